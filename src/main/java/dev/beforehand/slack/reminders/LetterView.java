package dev.beforehand.slack.reminders;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.letters.Letter;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Preview;
import dev.beforehand.reminders.SendNow;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The modal *Send reminder now*: the letter as it would leave, or why none may; pure. */
@Component
class LetterView {

    static final String SEND = "letter-send-now";

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SUBJECT = 250;

    /** Below Slack's 3,000 characters a section, the fences and the words around it included. */
    private static final int PART = 2800;

    private static final int MOST_PARTS = 4;

    private static final int NAMED = 10;

    private final Phrases phrases;
    private final ReminderBlocks words;
    private final Modals modals;

    LetterView(Phrases phrases, ReminderBlocks words, Modals modals) {
        this.phrases = phrases;
        this.words = words;
        this.modals = modals;
    }

    /** @param subject what the modal is about, for when it is submitted */
    View render(Preview preview, String subject) {
        return switch (preview) {
            case Preview.NotNow notNow -> held(notNow.why());
            case Preview.Ready ready -> modals.form("reminder.now", SEND, subject, letter(ready));
        };
    }

    View held(SendNow.Held why) {
        return modals.notice(
                "reminder.now",
                phrases.say(
                        "reminder.now.held",
                        Map.of(
                                "why",
                                words.reason(why.reason()),
                                "until",
                                why.until() == null ? false : Format.day(why.until()))));
    }

    View requested() {
        return modals.notice("reminder.now", phrases.say("reminder.now.requested"));
    }

    View gone() {
        return modals.notice("reminder.now", phrases.say("reminder.now.gone"));
    }

    private List<LayoutBlock> letter(Preview.Ready ready) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(phrases.say(
                "reminder.now.head",
                Map.of(
                        "to", Format.cut(ready.to(), LONGEST_ADDRESS),
                        "manager", Format.name(ready.manager()),
                        "subject", Format.cut(ready.letter().subject(), LONGEST_SUBJECT)))));
        if (!ready.others().isEmpty()) {
            blocks.add(context(List.of(markdownText(others(ready.others())))));
        }
        blocks.add(divider());
        var parts = parts(ready.letter());
        parts.stream().limit(MOST_PARTS).map(LetterView::text).forEach(blocks::add);
        if (parts.size() > MOST_PARTS) {
            blocks.add(context(List.of(markdownText(phrases.say("reminder.now.longer")))));
        }
        return blocks;
    }

    private String others(List<String> numbers) {
        var named = numbers.stream().limit(NAMED).map(Format::name).collect(Collectors.joining(", "));
        var more = numbers.size() - NAMED;
        var all = more > 0 ? phrases.say("digest.and-more", more, Map.of("names", named)) : named;
        return phrases.say("reminder.now.others", numbers.size(), Map.of("numbers", all));
    }

    /** The letter's text in pieces that fit; its tables need letters of one width. */
    private List<String> parts(Letter letter) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var line : letter.text().strip().split("\n", -1)) {
            var shown = Format.cut(line.stripTrailing(), LONGEST_LINE).replace("```", "'''");
            if (escapedLength(part) + escapedLength(shown) > PART) {
                parts.add(quoted(part));
                part.setLength(0);
            }
            part.append(shown).append('\n');
        }
        parts.add(quoted(part));
        return parts;
    }

    private String quoted(StringBuilder text) {
        return phrases.say("reminder.now.text", Map.of("text", text.toString().stripTrailing()));
    }

    private static int escapedLength(CharSequence text) {
        return text.chars().map(c -> c == '&' || c == '<' || c == '>' ? 5 : 1).sum();
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
