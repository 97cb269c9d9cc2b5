package dev.beforehand.letters;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.samskivert.mustache.MustacheException;
import dev.beforehand.money.MoneyFormat;
import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The words that Beforehand says in Slack, in the {@link Language} spoken at the moment, from
 * {@code messages/slack/<language>.properties}. {@code {{value}}} is escaped for mrkdwn; {@code {{{value}}}} is not, for
 * what is mrkdwn already. A file of the same name in the folder {@code beforehand.messages} replaces single phrases, and an
 * edit there is seen at the next use. Safe for many threads.
 */
@Component
public class Phrases {

    private final Map<Locale, PhraseBook> books;

    @Autowired
    Phrases(MessageFolder folder) {
        this(Language.OFFERED.stream().collect(toMap(identity(), language -> PhraseBook.of(language, folder))));
    }

    Phrases(Map<Locale, PhraseBook> books) {
        this.books = books;
    }

    /** The packaged words, for use without a running application. */
    public static Phrases packaged() {
        return new Phrases(new MessageFolder(new MessageSettings(null, "en")));
    }

    /** The keys of all phrases. */
    public Set<String> keys() {
        return book().keys();
    }

    /** The files of the team that cannot be used as they are now. */
    List<RefusedFile> refused() {
        return books.values().stream()
                .map(PhraseBook::refused)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Says a phrase that needs no values. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /**
     * @throws IllegalArgumentException where there is no such phrase, or it needs a value that is not given; it names
     *     the file, the key and the value
     */
    public String say(String key, Map<String, ?> values) {
        var phrase = book().phrase(key);
        try {
            return phrase.template().execute(values);
        } catch (MustacheException.Context e) {
            throw new IllegalArgumentException(
                    "%s: the phrase '%s' needs a value for '%s', which was not given; given were %s."
                            .formatted(phrase.place(), key, e.key, values.keySet()),
                    e);
        }
    }

    /** Says {@code key.one} where the count is 1, otherwise {@code key.many}; both may use {@code {{count}}}. */
    public String say(String key, long count, Map<String, ?> values) {
        var all = new HashMap<String, @Nullable Object>(values);
        all.put("count", NumberFormat.getIntegerInstance(Language.spoken()).format(count));
        return say(key + (count == 1 ? ".one" : ".many"), all);
    }

    /** Says what was not said where it happened. */
    public String say(Sentence sentence) {
        return say(
                sentence.key(),
                sentence.values().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, value -> said(value.getValue()))));
    }

    private Object said(Object value) {
        return switch (value) {
            case Sentence sentence -> say(sentence);
            case List<?> list ->
                list.stream().map(each -> String.valueOf(said(each))).collect(joining(", "));
            case LocalDateTime moment ->
                DateTimeFormatter.ofPattern(say("moment"), Language.spoken()).format(moment);
            case Money amount -> MoneyFormat.format(amount, Language.spoken());
            default -> value;
        };
    }

    private PhraseBook book() {
        var book = books.get(Language.spoken());
        if (book == null) {
            throw new IllegalStateException(
                    "Nothing is said in the language '%s'; there is %s.".formatted(Language.spoken(), books.keySet()));
        }
        return book;
    }
}
