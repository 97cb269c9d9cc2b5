package dev.beforehand.letters;

import com.samskivert.mustache.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the template of a letter, in the best language that there is one in. */
@Component
class LetterTemplates {

    private final LetterFiles files;
    private final Locale company;

    LetterTemplates(LetterFiles files, MessageSettings settings) {
        this.files = files;
        this.company = settings.companyLocale();
    }

    /** A template with the name of its file, and the locale in which its dates and amounts are written. */
    record Found(Locale locale, String file, Template template) {}

    /**
     * The nearest earlier letter where the step has none of its own; one that speaks of a date to come never serves after
     * it. The client's language comes first, then the company's, then English.
     */
    Found ofStep(Locale wanted, int step) {
        return first(wanted, language -> nearest(language, step));
    }

    /** The page of this name; the client's language comes first, then the company's, then English. */
    Found ofPage(Locale wanted, String file) {
        return first(wanted, language -> Stream.of(file));
    }

    /** The language of a client; the company's where it is not known. */
    Locale languageFor(Locale client) {
        return languageOf(client.getLanguage().isEmpty() ? company : client);
    }

    static Locale languageOf(Locale locale) {
        return Locale.of(locale.getLanguage());
    }

    private Found first(Locale wanted, Function<Locale, Stream<String>> inLanguage) {
        return languages(wanted).stream()
                .flatMap(language -> inLanguage.apply(language).flatMap(file -> found(language, wanted, file).stream()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Found> found(Locale language, Locale wanted, String file) {
        return files.page(language, file).map(template -> new Found(withCountry(language, wanted), file, template));
    }

    private Stream<String> nearest(Locale language, int step) {
        return files.letters(language)
                .filter(name -> name.step() < 0 == step < 0)
                .filter(name -> name.step() <= step || step < 0)
                .sorted(Comparator.comparing((LetterName name) -> name.step() > step)
                        .thenComparing(name -> Math.abs(name.step() - step)))
                .map(LetterName::file);
    }

    private List<Locale> languages(Locale wanted) {
        return List.of(wanted, languageOf(wanted), company, languageOf(company), Locale.ENGLISH);
    }

    private Locale withCountry(Locale language, Locale wanted) {
        if (!language.getCountry().isEmpty()) {
            return language;
        }
        return List.of(wanted, company).stream()
                .filter(locale -> locale.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(language);
    }
}
