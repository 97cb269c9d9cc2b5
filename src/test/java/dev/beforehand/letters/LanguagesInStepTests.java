package dev.beforehand.letters;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.PhraseFile.Phrase;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said in one language is said in each, with the same values. */
class LanguagesInStepTests {

    static final Iterable<Locale> LANGUAGES = Language.OFFERED;

    private final Map<String, Phrase> english = phrases(Locale.ENGLISH);

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void eachPhraseIsThere(Locale language) {
        assertThat(phrases(language)).containsOnlyKeys(english.keySet());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void eachPhraseAsksForTheSameValues(Locale language) {
        assertThat(values(phrases(language))).containsExactlyInAnyOrderEntriesOf(values(english));
    }

    private static Map<String, Phrase> phrases(Locale language) {
        var file = "slack/" + language + ".properties";
        return PhraseFile.read(file, MessageFolder.packaged(file));
    }

    private static Map<String, Set<String>> values(Map<String, Phrase> phrases) {
        return phrases.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        phrase -> TemplateNames.in(phrase.getValue().template())));
    }
}
