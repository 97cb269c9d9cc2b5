package dev.beforehand.slack.digest;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.multiStaticSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Edit;
import dev.beforehand.reminders.Preview;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The modal in which a letter of today is changed before it leaves: its subject, one paragraph, and what it asks for; pure. */
@Component
class EditLetterView {

    static final String FORM = "letter-edit";
    static final String SUBJECT = "subject";
    static final String NOTE = "note";
    static final String INVOICES = "invoices";

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NOTE = 1500;
    private static final int LONGEST_OPTION = 75;
    private static final int MOST_OPTIONS = 100;

    private final Phrases phrases;
    private final Modals modals;

    EditLetterView(Phrases phrases, Modals modals) {
        this.phrases = phrases;
        this.modals = modals;
    }

    /**
     * What the form was opened for.
     *
     * @param offset of the page of letters below it
     * @param subject as it was shown: one that nobody touched stays what it is
     */
    record Opened(ReminderId letter, int offset, String subject) {

        /** @param metadata as {@link #metadata} wrote it */
        static Opened of(String metadata) {
            var parts = metadata.split(":", 3);
            return new Opened(new ReminderId(Long.parseLong(parts[0])), Integer.parseInt(parts[1]), parts[2]);
        }

        String metadata() {
            return letter + ":" + offset + ":" + subject;
        }
    }

    View render(Reminder letter, Preview.Ready preview, int offset) {
        var subject = Format.cut(oneLine(preview.letter().subject()), LONGEST_SUBJECT);
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(s -> s.text(markdownText(phrases.say(
                "letter.edit.head",
                Map.of("to", Format.cut(preview.to(), LONGEST_ADDRESS), "manager", Format.name(preview.manager())))))));
        blocks.add(modals.field(
                SUBJECT,
                "letter.edit.subject",
                true,
                plainTextInput(i -> i.actionId(SUBJECT)
                        .placeholder(plainText(phrases.say("letter.edit.subject.empty")))
                        .initialValue(subject)
                        .maxLength(LONGEST_SUBJECT))));
        blocks.add(modals.field(
                NOTE,
                "letter.edit.note",
                true,
                plainTextInput(i -> i.actionId(NOTE)
                        .multiline(true)
                        .initialValue(letter.words().note())
                        .maxLength(LONGEST_NOTE))));
        if (offered(letter).size() > 1) {
            blocks.add(modals.field(
                    INVOICES,
                    "letter.edit.invoices",
                    false,
                    multiStaticSelect(m -> m.actionId(INVOICES)
                            .options(options(offered(letter)))
                            .initialOptions(options(standing(letter))))));
        }
        return modals.form("letter.edit", FORM, new Opened(letter.id(), offset, subject).metadata(), blocks);
    }

    Edit read(FormFields form, Reminder letter, Opened opened) {
        var note = form.text(NOTE);
        return new Edit(subject(form, letter, opened), note.isEmpty() ? null : note, dropped(form, letter));
    }

    private static @Nullable String subject(FormFields form, Reminder letter, Opened opened) {
        var subject = oneLine(form.text(SUBJECT));
        if (subject.equals(opened.subject())) {
            return letter.words().subject();
        }
        return subject.isEmpty() ? null : subject;
    }

    private static Set<InvoiceId> dropped(FormFields form, Reminder letter) {
        var offered = offered(letter);
        var kept = Set.copyOf(form.options(INVOICES));
        return offered.size() == 1
                ? Set.of()
                : offered.stream()
                        .map(Named::invoice)
                        .filter(invoice -> !kept.contains(invoice.toString()))
                        .collect(Collectors.toSet());
    }

    private static List<Named> offered(Reminder letter) {
        return letter.choosable().stream().limit(MOST_OPTIONS).toList();
    }

    private static List<Named> standing(Reminder letter) {
        return offered(letter).stream().filter(named -> named.leftOut() == null).toList();
    }

    private List<OptionObject> options(List<Named> invoices) {
        return invoices.stream().map(this::invoice).toList();
    }

    private OptionObject invoice(Named named) {
        var text = "%s %s".formatted(Format.name(named.number()), Format.money(named.balance()));
        return Modals.option(Format.cut(text, LONGEST_OPTION), named.invoice().toString());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }
}
