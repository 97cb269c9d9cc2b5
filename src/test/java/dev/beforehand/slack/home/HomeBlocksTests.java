package dev.beforehand.slack.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.accounts.Portfolio.Direction;
import dev.beforehand.accounts.Portfolio.From;
import dev.beforehand.accounts.Portfolio.Line;
import dev.beforehand.accounts.Portfolio.Page;
import dev.beforehand.accounts.Portfolio.Sum;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Role;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.digest.Agenda;
import dev.beforehand.digest.Agenda.CheckInLine;
import dev.beforehand.digest.Agenda.LetterLine;
import dev.beforehand.digest.Agenda.MailLine;
import dev.beforehand.digest.Agenda.PromiseLine;
import dev.beforehand.digest.Digest.PlanLine;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.digest.LettersToday;
import dev.beforehand.digest.LettersToday.Letters;
import dev.beforehand.digest.Month;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.plans.Instalment;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PlanId;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.slack.clients.ClientMenu;
import dev.beforehand.slack.home.Home.Tour;
import dev.beforehand.slack.home.Home.Whose;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class HomeBlocksTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Instant NOW = Instant.parse("2026-06-15T07:30:00Z");
    private static final Agenda NOTHING =
            new Agenda(DAY, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    private static final String HOSTILE = "<!channel> *bold* | > & \n \u202e " + "Ω".repeat(5_000);
    private static final Money MUCH = Money.of(CurrencyUnit.EUR, 99_999_999_999_999L);

    private final Phrases phrases = Phrases.packaged();
    private final ClientMenu menu = new ClientMenu(phrases);
    private final HomeBlocks blocks = new HomeBlocks(
            new TourBlocks(phrases, true, URI.create("http://localhost:8080/practice/api/")),
            new WaitingLines(menu, phrases),
            new ClientList(menu, phrases),
            new MonthLines(phrases),
            new LetterLines(phrases),
            phrases);

    @Test
    void somebodyWithNothing() {
        Golden.assertSlack("home-nothing", render(sight(Role.ACCOUNT_MANAGER, Home.first("U1", Whose.MINE), false)));
    }

    @Test
    void anAccountManager() {
        Golden.assertSlack("home-account-manager", render(sight(Role.ACCOUNT_MANAGER, home(new Tour(0, false)), true)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void asMuchAsThereCanBeOfHostileNamesStaysWithinSlacksLimits(Role role) {
        for (int step = 1; step <= Tour.STEPS; step++) {
            var much = much(role, home(new Tour(step, true)));
            var view = render(much);
            assertThat(view.getBlocks()).hasSizeLessThanOrEqualTo(100);
            assertThat(Golden.refusals(json(view))).isEmpty();
            assertThat(json(view)).doesNotContain("<!channel>");
        }
    }

    @Test
    void aViewerIsOfferedNothingThatTheyMayNotDo() {
        assertThat(json(render(much(Role.VIEWER, home(Tour.OFFERED)))))
                .doesNotContain("check-in:", "setup:")
                .contains("client:open");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void eachStepOfTheTourSaysWhatToClick(int step) {
        var view = json(render(sight(Role.ACCOUNT_MANAGER, home(new Tour(step, true)), true)));

        assertThat(view).contains(step + " of 5").contains(step < 5 ? "home:tour:step:NEXT" : "home:tour:end");
        assertThat(view.contains("home:tour:step:BACK")).isEqualTo(step > 1);
    }

    @Test
    void theTourOfPracticeLeadsToItsMailbox() {
        assertThat(json(render(sight(Role.VIEWER, home(new Tour(4, true)), true))))
                .contains("<http://localhost:8080/?in=mailbox|mailbox>");
    }

    @Test
    void aPlaceInTheListIsReadBackAsItWasWritten() {
        var place = new From(Direction.BEFORE, -42, new ClientId(7));
        assertThat(From.of(place.toString())).isEqualTo(place);
    }

    private View render(Sight sight) {
        return blocks.render(sight);
    }

    private static String json(View view) {
        return JsonMapper.shared()
                .readTree(GsonFactory.createSnakeCase().toJson(view))
                .toString();
    }

    private static Home home(Tour tour) {
        return Home.first("U1", Whose.MINE).with(tour);
    }

    private static Sight sight(Role role, Home home, boolean busy) {
        var links = Map.of("check-in:1", "https://slack.example/1", TourBlocks.DIGEST, "https://slack.example/2");
        var agenda = busy ? agenda("Harbour Books", 1, Money.of(CurrencyUnit.EUR, 1_250)) : NOTHING;
        var sum = new Sum(2, 3, Money.of(CurrencyUnit.EUR, 1_250), Money.of(CurrencyUnit.EUR, 250));
        var lines = List.of(line("Harbour Books", 1_000, 250), line("Mill Lane Bakery", 250, 0));
        return new Sight(
                home,
                role,
                DAY,
                true,
                List.of(),
                agenda,
                new Section<>(List.of(), 0),
                busy ? List.of(sum) : List.of(),
                busy ? sum : null,
                busy ? new Page(lines, false, true) : null,
                busy
                        ? new Month(
                                Map.of(Kind.LETTER_SENT, 12, Kind.PROMISE_KEPT, 1),
                                List.of(new Month.Paid(
                                        3, Money.of(CurrencyUnit.EUR, 900), 1, Money.of(CurrencyUnit.EUR, 100))))
                        : new Month(Map.of(), List.of()),
                busy
                        ? new Letters(
                                Map.of(State.PLANNED, 1),
                                List.of(new LettersToday.Line(
                                        new ClientId(1), "Harbour Books", Reminder.Kind.REMINDER, State.PLANNED)))
                        : new Letters(Map.of(), List.of()),
                links);
    }

    private static Sight much(Role role, Home home) {
        var sums = CurrencyUnit.registeredCurrencies().stream()
                .filter(currency -> currency.getDecimalPlaces() >= 0)
                .map(currency -> new Sum(
                        2_000,
                        90_000,
                        Money.ofMinor(currency, 99_999_999_999L),
                        Money.ofMinor(currency, 99_999_999_999L)))
                .toList();
        var page = Collections.nCopies(HomeReader.CLIENTS, line(HOSTILE, 99_999_999, 99_999_999));
        var counts = new EnumMap<State, Integer>(State.class);
        var done = new HashMap<Kind, Integer>();
        for (var state : State.values()) {
            if (state != State.CANCELLED) {
                counts.put(state, 100_000);
            }
        }
        for (var kind : Kind.values()) {
            done.put(kind, 1_000_000);
        }
        var paid = sums.stream()
                .map(sum -> new Month.Paid(100_000, sum.open(), 100_000, sum.late()))
                .toList();
        var letters = Collections.nCopies(
                5, new LettersToday.Line(new ClientId(1), HOSTILE, Reminder.Kind.REMINDER, State.UNKNOWN));
        var setup = Collections.<LayoutBlock>nCopies(8, HomeBlocks.text("x".repeat(3_000)));
        var agenda = agenda(HOSTILE, 50, MUCH);
        var plans = new Section<>(Collections.nCopies(HomeBlocks.LINES, plan()), 50);
        var links = new HashMap<String, String>();
        WaitingLines.subjects(agenda, plans)
                .forEach(subject -> links.put(subject, "https://x.example/" + "y".repeat(150)));
        return new Sight(
                home,
                role,
                DAY,
                true,
                role == Role.FINANCE_LEAD ? setup : List.of(),
                agenda,
                role == Role.FINANCE_LEAD ? plans : new Section<>(List.of(), 0),
                sums,
                sums.getFirst(),
                new Page(page, true, true),
                new Month(done, paid),
                new Letters(counts, letters),
                links);
    }

    private static Agenda agenda(String client, int lines, Money owed) {
        var totals = Totals.of(List.of(owed));
        var checkIn = new CheckInLine(new CheckInId(1), new ClientId(1), client, NOW, 2, totals, DAY);
        var promise = new PromiseLine(1, new ClientId(1), client, owed, DAY, owed);
        var mail = new MailLine(new IncomingId(1), new ClientId(1), client, client, NOW);
        var letters = IntStream.range(0, lines)
                .mapToObj(n -> new LetterLine(
                        new ReminderId(n),
                        new ClientId(1),
                        client,
                        Reminder.Kind.REMINDER,
                        List.of(State.UNKNOWN, State.FAILED, State.DRAFT).get(n % 3),
                        DAY,
                        totals))
                .toList();
        return new Agenda(
                DAY,
                Collections.nCopies(lines, checkIn),
                Collections.nCopies(lines, checkIn),
                Collections.nCopies(lines, promise),
                Collections.nCopies(lines, promise),
                Collections.nCopies(lines, mail),
                Collections.nCopies(lines, mail),
                letters);
    }

    private static PlanLine plan() {
        var plan = new PaymentPlan(
                new PlanId(1),
                1L,
                new ClientId(1),
                CurrencyUnit.EUR,
                1_000_000,
                PaymentPlan.State.PROPOSED,
                new ColleagueId(1),
                NOW,
                null,
                null,
                null,
                Set.of(),
                List.of(new Instalment(DAY, DAY, 1_000_000)));
        return new PlanLine(plan, HOSTILE, HOSTILE, HOSTILE, List.of());
    }

    private static Line line(String client, long open, long late) {
        return new Line(
                new ClientId(1),
                client,
                Money.of(CurrencyUnit.EUR, open),
                Money.of(CurrencyUnit.EUR, late),
                late > 0 ? 12 : 0);
    }
}
