package dev.beforehand.slack.clients;

import dev.beforehand.accounts.HistoryPage.Event;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.PreferenceField;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import dev.beforehand.reminders.Reason;
import dev.beforehand.slack.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One line for each thing that was done about a client: what, who and when; pure. */
@Component
class TimelineLines {

    private static final int LONGEST_DETAIL = 200;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>|]+");
    private static final Pattern FEEDBACK = Pattern.compile("([A-Z]+)(?: \\((.*?)\\))?: (.*)", Pattern.DOTALL);
    private static final Pattern UNTIL =
            Pattern.compile("(?:promised )?(?:by|until) (\\d{4}-\\d{2}-\\d{2})(?:: (.*))?", Pattern.DOTALL);
    private static final Pattern INSTALMENTS = Pattern.compile("(\\d{1,9}) instalments");
    private static final Pattern CHANGE = Pattern.compile("([A-Z_]+): (.*?) → (.*)", Pattern.DOTALL);
    private static final Pattern EARLIER_LETTER = Pattern.compile("(.*: )([A-Z_]+|\\{\"say\":.*)", Pattern.DOTALL);
    private static final Set<String> REASONS =
            Stream.of(Reason.values()).map(Reason::name).collect(Collectors.toUnmodifiableSet());

    private final Phrases phrases;
    private final PreferenceLines preferences;

    TimelineLines(Phrases phrases, PreferenceLines preferences) {
        this.phrases = phrases;
        this.preferences = preferences;
    }

    String line(Event event) {
        var values = new HashMap<String, Object>();
        values.put("invoice", event.invoice() == null ? false : Format.name(event.invoice()));
        values.put("amount", event.amount() == null ? false : Format.money(event.amount()));
        values.put("detail", detail(event));
        return phrases.say(
                "client.line",
                Map.of(
                        "when", Format.moment(event.at()),
                        "what", phrases.say("client.event." + event.kind(), values),
                        "who", event.actor() == null ? false : Format.name(event.actor()),
                        "link", link(event)));
    }

    /** Of Slack itself: anything else would end the markup of the link. */
    private static Object link(Event event) {
        var link = event.link();
        return link != null && LINK.matcher(link).matches() ? link : false;
    }

    /** Names and facts of the database become words; what people wrote stays as it is. False where there is nothing to say. */
    private Object detail(Event event) {
        var text = event.detail();
        var said = switch (event.kind()) {
            case CHECK_IN_DONE -> named("card.done.button.", text);
            case FEEDBACK_LOGGED -> feedback(text);
            case PROMISE_MADE -> until("client.event.by", text);
            case PROMISE_KEPT, PROMISE_BROKEN -> until("client.event.promised-by", text);
            case HOLD_PLACED, HOLD_RELEASED -> until("client.event.until", text);
            case PLAN_PROPOSED, PLAN_SIGNED, PLAN_APPROVED, PLAN_DECLINED -> instalments(text);
            case DISPUTE_OPENED -> named("feedback.problem.", text);
            case DISPUTE_CHANGED -> dispute(event);
            case DISPUTE_RESOLVED -> named("dispute.resolution.", text);
            case PREFERENCE_CHANGED -> preference(text);
            default -> isLetter(event.kind()) ? letter(text) : text;
        };
        var line = Format.cut(said.strip().replaceAll("\\s+", " "), LONGEST_DETAIL);
        return line.isEmpty() ? false : line;
    }

    /** What an earlier version wrote down in other words stays in those. */
    private String named(String prefix, String name) {
        var key = prefix + name;
        return phrases.keys().contains(key) ? phrases.say(key) : name;
    }

    private static boolean isLetter(Kind kind) {
        return kind.name().startsWith("LETTER_");
    }

    /** The mood, who wrote it where it stands in a message, and what they said. */
    private String feedback(String text) {
        var said = FEEDBACK.matcher(text);
        if (!said.matches()) {
            return named("feedback.mood.", text);
        }
        var mood = named("feedback.mood.", said.group(1));
        return said.group(2) == null
                ? mood + ": " + said.group(3)
                : phrases.say(
                        "client.event.written",
                        Map.of("mood", mood, "speaker", Format.name(said.group(2)), "words", said.group(3)));
    }

    private String dispute(Event event) {
        return event.owner() == null
                ? named("feedback.problem.", event.detail())
                : phrases.say("client.event.handed-over", Map.of("owner", Format.name(event.owner())));
    }

    /** The numbers of the invoices, and why. */
    private String letter(String text) {
        var written = Sentence.read(text);
        return written.key().equals("client.event.letter") ? phrases.say(written) : letterOfEarlierVersion(text);
    }

    /** Of which only the end is sure to be no number of an invoice. */
    private String letterOfEarlierVersion(String text) {
        var letter = EARLIER_LETTER.matcher(text);
        if (!letter.matches()) {
            return text;
        }
        var why = letter.group(2);
        return letter.group(1)
                + (REASONS.contains(why) ? phrases.say("reminder.reason." + why) : phrases.say(Sentence.read(why)));
    }

    private String until(String key, String text) {
        var until = UNTIL.matcher(text);
        try {
            return until.matches() ? until(key, LocalDate.parse(until.group(1)), until.group(2)) : text;
        } catch (DateTimeException e) {
            return text;
        }
    }

    private String until(String key, LocalDate day, @Nullable String reason) {
        return phrases.say(key, Map.of("day", Format.dayAndYear(day), "reason", reason == null ? false : reason));
    }

    private String instalments(String text) {
        var planned = INSTALMENTS.matcher(text);
        return planned.matches()
                ? phrases.say("client.event.instalments", Long.parseLong(planned.group(1)), Map.of())
                : text;
    }

    private String preference(String text) {
        var change = CHANGE.matcher(text);
        if (!change.matches()) {
            return text;
        }
        var field = PreferenceField.valueOf(change.group(1));
        return phrases.say(
                "client.event.changed",
                Map.of(
                        "field", preferences.label(field),
                        "before", preferences.value(field, change.group(2)),
                        "after", preferences.value(field, change.group(3))));
    }
}
