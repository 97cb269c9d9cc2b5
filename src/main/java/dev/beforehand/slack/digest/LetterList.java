package dev.beforehand.slack.digest;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.overflowMenu;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.OptionObject;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.PlannedLetters.Line;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.ReminderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The letters of a day, each with the menu by which it is held, edited or sent; pure. */
@Component
class LetterList {

    static final String MENU = "letter-menu";
    static final String HOLD_ALL = "letters-hold-all";

    private final Phrases phrases;
    private final DigestLines lines;

    LetterList(Phrases phrases, DigestLines lines) {
        this.phrases = phrases;
        this.lines = lines;
    }

    /** What can be done about a letter, or seen of its client. */
    enum Choice {
        HOLD,
        EDIT,
        SEND,
        CLIENT
    }

    /** What somebody chose in the menu of a letter. */
    record Chosen(Choice choice, ReminderId letter) {

        /** @param value as {@link #value} wrote it */
        static Chosen of(String value) {
            var parts = value.split(":", 2);
            return new Chosen(Choice.valueOf(parts[0]), new ReminderId(Long.parseLong(parts[1])));
        }

        String value() {
            return choice + ":" + letter;
        }
    }

    LayoutBlock line(Line letter) {
        var text = markdownText(lines.letter(letter));
        var options = choices(letter).stream()
                .map(choice -> option(choice, letter.id()))
                .toList();
        return options.isEmpty()
                ? section(s -> s.text(text))
                : section(s -> s.text(text)
                        .accessory(overflowMenu(menu -> menu.actionId(MENU).options(options))));
    }

    /** Nothing where none of the day's letters is still to leave. */
    Optional<LayoutBlock> holdAll(LocalDate day, int leaving) {
        return leaving == 0
                ? Optional.empty()
                : Optional.of(actions(List.of(button(b -> b.text(plainText(phrases.say("digest.letters.hold-all")))
                        .actionId(HOLD_ALL)
                        .value(day.toString())
                        .confirm(reallyAll(leaving))))));
    }

    private ConfirmationDialogObject reallyAll(int letters) {
        return confirmationDialog(c -> c.title(plainText(phrases.say("digest.letters.hold-all.title")))
                .text(plainText(phrases.say("digest.letters.hold-all.text", letters, Map.of())))
                .confirm(plainText(phrases.say("digest.letters.hold-all")))
                .deny(plainText(phrases.say("digest.letters.hold-all.back"))));
    }

    private static List<Choice> choices(Line letter) {
        var choices = letter.stopped() == null ? choices(letter.state()) : List.<Choice>of();
        return letter.kind() == Reminder.Kind.REMINDER
                ? choices
                : choices.stream().filter(choice -> choice != Choice.EDIT).toList();
    }

    private static List<Choice> choices(State state) {
        return switch (state) {
            case DRAFT -> List.of(Choice.SEND, Choice.EDIT, Choice.HOLD, Choice.CLIENT);
            case PLANNED -> List.of(Choice.HOLD, Choice.EDIT, Choice.SEND, Choice.CLIENT);
            case PENDING -> List.of(Choice.HOLD, Choice.SEND, Choice.CLIENT);
            case HELD -> List.of(Choice.SEND, Choice.EDIT, Choice.CLIENT);
            default -> List.of();
        };
    }

    private OptionObject option(Choice choice, ReminderId letter) {
        return OptionObject.builder()
                .text(plainText(phrases.say("digest.letter.choice." + choice)))
                .value(new Chosen(choice, letter).value())
                .build();
    }
}
