package dev.beforehand.slack.note;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.beforehand.digest.Agenda.CheckInLine;
import dev.beforehand.digest.Agenda.LetterLine;
import dev.beforehand.digest.Agenda.MailLine;
import dev.beforehand.digest.Agenda.PromiseLine;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.checkins.CheckInButtons;
import dev.beforehand.slack.clients.ClientMenu;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One line of a note for each kind of thing, with the button that helps. */
@Component
class NoteLines {

    private static final int LONGEST_SUBJECT = 80;

    private final Phrases phrases;
    private final NoteLinks links;
    private final CheckInButtons buttons;
    private final ClientMenu clients;

    NoteLines(Phrases phrases, NoteLinks links, CheckInButtons buttons, ClientMenu clients) {
        this.phrases = phrases;
        this.links = links;
        this.buttons = buttons;
        this.clients = clients;
    }

    /** @param line of an agenda, from this section */
    LayoutBlock line(NoteSection section, Object line) {
        return switch (line) {
            case CheckInLine checkIn -> checkIn(section, checkIn);
            case PromiseLine promise -> line(promise(section, promise), clients.button(promise.client()));
            case MailLine mail -> line(mail(section, mail), clients.button(mail.client()));
            case LetterLine letter -> line(letter(letter), clients.button(letter.client()));
            default -> throw new IllegalArgumentException("No note has lines like " + line + ".");
        };
    }

    private LayoutBlock checkIn(NoteSection section, CheckInLine line) {
        var text = phrases.say(
                key(section),
                line.invoices(),
                Map.of(
                        "client",
                        Format.name(line.clientName()),
                        "owed",
                        Format.totals(line.owed()),
                        "due",
                        Format.day(line.firstDue()),
                        "when",
                        line.claimedAt() == null ? "" : Format.moment(line.claimedAt())));
        return line(text, section == NoteSection.TO_CLAIM ? buttons.claim(line.id()) : buttons.feedback(line.id()));
    }

    private String promise(NoteSection section, PromiseLine line) {
        return phrases.say(
                key(section),
                Map.of(
                        "client", Format.name(line.clientName()),
                        "promised", Format.money(line.promised()),
                        "on", Format.day(line.promisedOn()),
                        "arrived", line.arrived().isZero() ? false : Format.money(line.arrived())));
    }

    private String mail(NoteSection section, MailLine line) {
        return phrases.say(
                key(section),
                linked(
                        links.to(line),
                        Map.of(
                                "client",
                                Format.name(line.clientName()),
                                "subject",
                                subject(line.subject()),
                                "when",
                                Format.moment(line.arrivedAt()))));
    }

    private String letter(LetterLine line) {
        return phrases.say(
                "note.letter." + line.state(),
                linked(
                        links.to(line),
                        Map.of(
                                "client",
                                Format.name(line.clientName()),
                                "day",
                                Format.day(line.day()),
                                "balance",
                                line.asksFor().isEmpty() ? false : Format.totals(line.asksFor()))));
    }

    private String subject(String subject) {
        var words = subject.strip().replaceAll("\\s+", " ");
        return words.isEmpty() ? phrases.say("note.no-subject") : Format.cut(words, LONGEST_SUBJECT);
    }

    private static Map<String, Object> linked(Optional<String> link, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("link", link.<Object>map(address -> address).orElse(false));
        return all;
    }

    private static String key(NoteSection section) {
        return "note.line." + section.key();
    }

    private static LayoutBlock line(String text, BlockElement button) {
        return section(s -> s.text(markdownText(text)).accessory(button));
    }
}
