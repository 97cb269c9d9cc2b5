package dev.beforehand.slack.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.Golden;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.Instalment;
import dev.beforehand.plans.PlanPolicy.Schedule;
import dev.beforehand.plans.PlanPolicy.Schedule.Reason;
import dev.beforehand.plans.PlanTerms.Interval;
import dev.beforehand.plans.PlansFixture;
import dev.beforehand.plans.Proposal;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.agreements.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProposePlanModalTests {

    private static final Phrases PHRASES = Phrases.packaged();
    private static final LocalDate FRIDAY = LocalDate.of(2026, 6, 19);
    private static final List<Instalment> THREE = List.of(
            new Instalment(FRIDAY, FRIDAY, 33334),
            new Instalment(FRIDAY.plusMonths(1), FRIDAY.plusMonths(1).plusDays(1), 33333),
            new Instalment(FRIDAY.plusMonths(2), FRIDAY.plusMonths(2), 33333));

    private final ProposePlanModal modal = new ProposePlanModal(new Modals(PHRASES), PHRASES);
    private final PlanErrors errors = new PlanErrors(PlansFixture.policy(), PHRASES);

    @Test
    void theFormShowsTheSchedule() {
        Golden.assertSlack("plan-modal", modal.render(preview(List.of(CurrencyUnit.EUR), FRIDAY, THREE, Map.of())));
    }

    @Test
    void theFormSaysWhyAScheduleCannotStand() {
        var both = List.of(CurrencyUnit.EUR, CurrencyUnit.USD);

        Golden.assertSlack(
                "plan-modal-refused",
                modal.render(preview(both, null, List.of(), errors.of((Schedule) null, CurrencyUnit.EUR))));
    }

    @Test
    void aScheduleThatWasNotSeenIsShownFirst() {
        var preview = preview(List.of(CurrencyUnit.EUR), FRIDAY, THREE, Map.of());

        Golden.assertSlack("plan-modal-again", modal.renderAgain(preview));
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsASentenceBesideAField(Reason reason) {
        assertThat(errors.of(new Schedule.Refused(reason), CurrencyUnit.EUR))
                .isEqualTo(errors.of(new Proposal.Refused(reason), CurrencyUnit.EUR))
                .allSatisfy((field, sentence) -> {
                    assertThat(field).isIn(PlanDraft.INSTALMENTS, PlanDraft.FIRST_ON);
                    assertThat(sentence).endsWith(".");
                });
    }

    @Test
    void invoicesOnAnotherPlanAreNamed() {
        assertThat(errors.of(new Proposal.OnPlanAlready(List.of("A&B-1", "A&B-2")), CurrencyUnit.EUR))
                .containsEntry(
                        PlanDraft.INSTALMENTS,
                        "These are on a payment plan already: A&B-1, A&B-2. Please leave them out.");
    }

    private static PlanPreview preview(
            List<CurrencyUnit> currencies, LocalDate firstOn, List<Instalment> schedule, Map<String, String> errors) {
        var draft = new PlanDraft(CurrencyUnit.EUR, 3, firstOn, Interval.MONTHLY);
        return new PlanPreview(
                new Subject.OfCheckIn(new CheckInId(17)),
                "Harbour & Sons",
                currencies,
                draft,
                Money.parse("EUR 1000.00"),
                schedule,
                errors,
                null);
    }
}
