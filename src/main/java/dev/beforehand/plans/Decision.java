package dev.beforehand.plans;

import dev.beforehand.clients.ColleagueId;
import org.jspecify.annotations.Nullable;

/** What became of an approval or a refusal. */
public sealed interface Decision {

    record Decided() implements Decision {}

    /** Another person has to approve it, too. */
    record SignedFirst() implements Decision {}

    /** Who signed first does not sign once more. */
    record SignedAlready() implements Decision {}

    /** One of the company's own limits forbids it. */
    record BeyondPolicy(PlanPolicy.Schedule.Reason reason) implements Decision {}

    /** Who proposed a plan does not decide about it. */
    record OwnProposal() implements Decision {}

    record AlreadyDecided(PaymentPlan.State state, @Nullable ColleagueId by) implements Decision {}

    /** The day of its first instalment is past. */
    record TooLate() implements Decision {}

    /** Some of its invoices were paid or changed since; the plan no longer fits what is owed. */
    record OutOfDate() implements Decision {}

    record Unknown() implements Decision {}
}
