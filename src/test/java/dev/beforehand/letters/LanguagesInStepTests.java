package dev.beforehand.letters;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.PhraseFile.Phrase;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said in one language is said in each, with the same values. */
class LanguagesInStepTests {

    static final Iterable<Locale> LANGUAGES = Language.OFFERED;

    private static final Pattern OF_FORMS = Pattern.compile("(?!.*\\.confirm\\.).*\\.(title|submit|close|read)");

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

    /** Slack takes no longer titles and buttons of forms. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void titlesAndButtonsOfFormsAreShort(Locale language) {
        var ofForms = phrases(language).entrySet().stream()
                .filter(entry -> OF_FORMS.matcher(entry.getKey()).matches())
                .map(entry -> entry.getValue().template())
                .filter(template -> TemplateNames.in(template).isEmpty())
                .map(template -> template.execute(Map.of()));

        assertThat(ofForms).isNotEmpty().allSatisfy(words -> assertThat(words).hasSizeLessThanOrEqualTo(24));
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
