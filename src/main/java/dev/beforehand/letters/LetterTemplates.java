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

    /** A file where it may lie. */
    private record Place(Locale folder, String file) {}

    /**
     * The nearest earlier letter where the step has none of its own; one that speaks of a date to come never serves after
     * it. The client's language comes first, then the company's, then English; of two that are as near, that of the country.
     */
    Found ofStep(Locale wanted, int step) {
        return first(wanted, language -> nearest(language, step));
    }

    /** The page of this name; the client's language comes first, then the company's, then English. */
    Found ofPage(Locale wanted, String file) {
        return first(wanted, language -> folders(language).map(folder -> new Place(folder, file)));
    }

    /** The language of a client; the company's where it is not known. */
    Locale languageFor(Locale client) {
        return languageOf(client.getLanguage().isEmpty() ? company : client);
    }

    static Locale languageOf(Locale locale) {
        return Locale.of(locale.getLanguage());
    }

    private Found first(Locale wanted, Function<Locale, Stream<Place>> places) {
        return Stream.of(wanted, company, Locale.ENGLISH)
                .flatMap(places)
                .flatMap(place -> found(place, wanted).stream())
                .findFirst()
                .orElseThrow();
    }

    private Optional<Found> found(Place place, Locale wanted) {
        return files.page(place.folder(), place.file())
                .map(template -> new Found(withCountry(place.folder(), wanted), place.file(), template));
    }

    private Stream<Place> nearest(Locale language, int step) {
        return folders(language)
                .flatMap(folder -> files.letters(folder).map(name -> new Candidate(folder, name)))
                .filter(candidate -> candidate.step() < 0 == step < 0)
                .filter(candidate -> candidate.step() <= step || step < 0)
                .sorted(Comparator.comparing((Candidate candidate) -> candidate.step() > step)
                        .thenComparing(candidate -> Math.abs(candidate.step() - step)))
                .map(candidate -> new Place(candidate.folder(), candidate.name().file()));
    }

    private record Candidate(Locale folder, LetterName name) {

        int step() {
            return name.step();
        }
    }

    /** That of the country before that of all who speak the language. */
    private static Stream<Locale> folders(Locale language) {
        return Stream.of(language, languageOf(language)).distinct();
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
