package dev.beforehand.slack.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.activity.Activities.Tally;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.digest.Agenda;
import dev.beforehand.digest.Agenda.CheckInLine;
import dev.beforehand.digest.Agenda.LetterLine;
import dev.beforehand.digest.Agenda.MailLine;
import dev.beforehand.digest.Agenda.PromiseLine;
import dev.beforehand.digest.Week;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.slack.checkins.CheckInButtons;
import dev.beforehand.slack.clients.ClientMenu;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoteBlocksTests {

    private static final LocalDate DAY = LocalDate.of(2013, 6, 17);
    private static final Instant MORNING = Instant.parse("2013-06-17T07:45:00Z");

    private final Phrases phrases = Phrases.packaged();
    private final NoteBlocks blocks = new NoteBlocks(phrases, lines("https://slack.example/card"));

    @Test
    void anOrdinaryMorning() {
        var agenda = new Agenda(
                DAY,
                List.of(checkIn("Harbour & Sons", null)),
                List.of(checkIn("Mill Lane", MORNING)),
                List.of(promise("EUR 0.00")),
                List.of(promise("EUR 50.00")),
                List.of(mail("Re: your <reminder> of May")),
                List.of(mail("")),
                List.of(letter(State.FAILED, Totals.NONE), letter(State.DRAFT, totals("EUR 99.85", "USD 12.00"))));

        var message = blocks.render(agenda);

        Golden.assertSlack("note-ordinary", message.blocks());
        assertThat(message.text()).isEqualTo("8 things wait for you.");
    }

    @Test
    void whatNobodyCanLinkToIsSaidWithoutALink() {
        var unlinked = new NoteBlocks(phrases, lines(null));
        var agenda = new Agenda(
                DAY, List.of(), List.of(), List.of(), List.of(), List.of(mail("Hello")), List.of(), List.of());

        assertThat(GsonFactory.createSnakeCase().toJson(unlinked.render(agenda).blocks()))
                .contains("*Quay Coffee* Hello")
                .doesNotContain("|Hello");
    }

    @Test
    void asMuchOfEverythingAsThereMayBeFitsIntoOneMessageAndOnePage() {
        var name = "<&> Long & Winding Holdings International (Overseas) GmbH & Co. KGaA".repeat(5);
        var many = new Agenda(
                DAY,
                Collections.nCopies(2_000, checkIn(name, null)),
                Collections.nCopies(2_000, checkIn(name, MORNING)),
                Collections.nCopies(2_000, promise("EUR 50.00")),
                Collections.nCopies(2_000, promise("EUR 50.00")),
                Collections.nCopies(2_000, mail("&".repeat(300))),
                Collections.nCopies(2_000, mail("&".repeat(300))),
                Collections.nCopies(2_000, letter(State.UNKNOWN, totals("EUR 99.85", "USD 12.00"))));

        Golden.assertSlack("note-huge", blocks.render(many).blocks());
        var page = new NotePageView(blocks, lines(null), phrases).render(NoteSection.REPLIES, many.replies(), 20);
        Golden.assertSlack("note-page", page);
    }

    @Test
    void aPageThatIsNoMoreShowsTheLastOne() {
        var pages = new NotePageView(blocks, lines(null), phrases);

        assertThat(pages.render(NoteSection.REPLIES, Collections.nCopies(20, mail("x")), 20)
                        .getPrivateMetadata())
                .isEqualTo("0");
        assertThat(pages.render(NoteSection.REPLIES, List.of(), 40).getPrivateMetadata())
                .isEqualTo("0");
    }

    @Test
    void aWeekInAHandfulOfLines() {
        var week = new Week(
                DAY.minusDays(2),
                DAY.plusDays(4),
                12,
                3,
                45,
                1,
                new Tally(4, totals("EUR 1200.00")),
                new Tally(1, totals("EUR 80.00")),
                totals("EUR 10000.00", "USD 500.00"),
                totals("EUR 7500.00", "USD 0.00"));

        Golden.assertSlack("wrap-ordinary", new WrapBlocks(phrases).render(week).blocks());
    }

    private NoteLines lines(@Nullable String link) {
        var links = mock(NoteLinks.class);
        when(links.to(any(MailLine.class))).thenReturn(Optional.ofNullable(link));
        when(links.to(any(LetterLine.class))).thenReturn(Optional.ofNullable(link));
        return new NoteLines(phrases, links, new CheckInButtons(phrases), new ClientMenu(phrases));
    }

    private static CheckInLine checkIn(String client, @Nullable Instant claimedAt) {
        return new CheckInLine(
                new CheckInId(17),
                new ClientId(7),
                client,
                claimedAt,
                claimedAt == null ? 2 : 1,
                totals("EUR 1250.00", "USD 120.00"),
                DAY.plusDays(3));
    }

    private static PromiseLine promise(String arrived) {
        return new PromiseLine(
                3, new ClientId(8), "Copper & Tin", Money.parse("EUR 300.00"), DAY.minusDays(1), Money.parse(arrived));
    }

    private static MailLine mail(String subject) {
        return new MailLine(new IncomingId(5), new ClientId(9), "Quay Coffee", subject, MORNING);
    }

    private static LetterLine letter(State state, Totals asksFor) {
        return new LetterLine(
                new ReminderId(9), new ClientId(9), "Old Town Press", Reminder.Kind.REMINDER, state, DAY, asksFor);
    }

    private static Totals totals(String... amounts) {
        return Totals.of(List.of(amounts).stream().map(Money::parse).toList());
    }
}
