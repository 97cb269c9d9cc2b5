package dev.beforehand.slack.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.SectionBlock;
import dev.beforehand.Golden;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.Instalment;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanBlocksTests {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 7, 1);
    private static final Instant MORNING = Instant.parse("2026-06-17T07:45:00Z");
    private static final List<Instalment> THREE = List.of(
            new Instalment(WEDNESDAY, WEDNESDAY, 33334),
            new Instalment(WEDNESDAY.plusMonths(1), WEDNESDAY.plusMonths(1).plusDays(2), 33333),
            new Instalment(WEDNESDAY.plusMonths(2), WEDNESDAY.plusMonths(2), 33333));

    private final PlanBlocks blocks = new PlanBlocks(Phrases.packaged());

    @Test
    void eachStateHasItsCard() {
        Golden.assertSlack("plan-proposed", blocks.render(card(State.PROPOSED, true, List.of("U0PDANA", "U0PEVA"))));
        Golden.assertSlack("plan-out-of-date", blocks.render(card(State.PROPOSED, false, List.of())));
        Golden.assertSlack("plan-approved", blocks.render(card(State.APPROVED, true, List.of("U0PDANA"))));
        Golden.assertSlack("plan-declined", blocks.render(card(State.DECLINED, false, List.of("U0PDANA"))));
    }

    @Test
    void aLargePlanSaysThatTwoApproveItAndWhoWasFirst() {
        assertThat(blocks.render(large(null, null)).toString()).contains("Two people have to approve so large a plan");
        assertThat(blocks.render(large("Dana Lindqvist", null)).toString())
                .contains("Dana Lindqvist has approved it as the first of two", "<@U0PEVA> can decide about it")
                .doesNotContain("Two people have to");
    }

    @Test
    void aPlanThatTheCompanyDoesNotAllowSaysWhy() {
        assertThat(blocks.render(large(null, "It is too long.")).toString())
                .contains("This plan cannot be approved. It is too long.");
    }

    @Test
    void twentyFourInstalmentsOverTwoHundredInvoicesOfAHostileClientFit() {
        var hostile = "<!channel> & " + "&".repeat(200);
        var instalments = IntStream.range(0, 24)
                .mapToObj(
                        i -> new Instalment(WEDNESDAY.plusMonths(i), WEDNESDAY.plusMonths(i), i == 0 ? 999_999_999 : 1))
                .toList();
        var numbers = IntStream.range(0, 200).mapToObj(i -> i + hostile).toList();
        var card = new PlanCard(
                new PlanId(4),
                hostile,
                numbers,
                Money.parse("EUR 10000000.22"),
                instalments,
                State.PROPOSED,
                true,
                hostile,
                MORNING,
                null,
                null,
                true,
                hostile,
                MORNING,
                hostile,
                List.of("U0PDANA"));

        Golden.assertSlack("plan-hostile", blocks.render(card));
        assertThat(blocks.message(card).text()).contains("&lt;!channel&gt;").doesNotContain("<!channel>");
        assertThat(blocks.render(card))
                .filteredOn(SectionBlock.class::isInstance)
                .allSatisfy(block -> assertThat(((SectionBlock) block).getText().getText())
                        .hasSizeLessThan(3000)
                        .doesNotContain("<!channel>"));
    }

    private static PlanCard card(State state, boolean fits, List<String> deciders) {
        var decided = state != State.PROPOSED;
        return new PlanCard(
                new PlanId(4),
                "Harbour Books",
                List.of("INV-1042", "INV-1043"),
                Money.parse("EUR 1000.00"),
                THREE,
                state,
                fits,
                "Ana Ruiz",
                MORNING,
                decided ? "Dana Lindqvist" : null,
                decided ? MORNING.plusSeconds(3600) : null,
                false,
                null,
                null,
                null,
                deciders);
    }

    private static PlanCard large(@Nullable String signedBy, @Nullable String objection) {
        return new PlanCard(
                new PlanId(4),
                "Harbour Books",
                List.of("INV-1042", "INV-1043"),
                Money.parse("EUR 1000.00"),
                THREE,
                State.PROPOSED,
                true,
                "Ana Ruiz",
                MORNING,
                null,
                null,
                true,
                signedBy,
                signedBy == null ? null : MORNING.plusSeconds(3600),
                objection,
                List.of("U0PEVA"));
    }
}
