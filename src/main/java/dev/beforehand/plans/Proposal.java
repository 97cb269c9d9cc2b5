package dev.beforehand.plans;

import java.util.List;

/** What became of a proposal. */
public sealed interface Proposal {

    record Proposed(PlanId plan) implements Proposal {}

    record Refused(PlanPolicy.Schedule.Reason reason) implements Proposal {}

    /** Some of its invoices are on a plan that waits or was approved. */
    record OnPlanAlready(List<String> numbers) implements Proposal {}

    /** None of its invoices is open in the plan's currency. */
    record NothingOwed() implements Proposal {}
}
