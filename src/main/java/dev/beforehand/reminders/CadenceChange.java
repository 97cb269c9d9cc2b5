package dev.beforehand.reminders;

import dev.beforehand.letters.Sentence;
import dev.beforehand.letters.Substitute;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new file of cadences changes. It is said before the file comes into force.
 *
 * @param file as it is named on disk
 * @param rules what changes in the cadences themselves
 * @param open how many invoices are open
 * @param otherCadence how many of them another cadence serves from now on
 * @param otherRules how many of them have a cadence that has another mode, delay, most letters or thanks
 * @param otherLetters how many of them get letters on other days or in other words, or fewer or more of them
 * @param missing letters of which clients' languages have none
 * @param examples the first of those that get other letters
 */
public record CadenceChange(
        String file,
        List<Rule> rules,
        int open,
        int otherCadence,
        int otherRules,
        int otherLetters,
        List<Missing> missing,
        List<Example> examples) {

    /**
     * Something that a cadence says otherwise now.
     *
     * @param field as it is named in the file; {@code name} where there is a new cadence, or one is gone
     * @param before empty where there was none
     * @param after empty where there is none
     */
    public record Rule(
            String cadence,
            String field,
            @Nullable Sentence before,
            @Nullable Sentence after) {}

    /**
     * A letter that a cadence names and that is not there in the language of some clients.
     *
     * @param substitute what they get in its place
     * @param clients how many clients with open invoices
     */
    public record Missing(String letter, Substitute substitute, int clients) {}

    /**
     * An open invoice of which a letter changes; the first one that does.
     *
     * @param before empty where no letter was to come
     * @param after empty where none is to come
     */
    public record Example(
            String number,
            String client,
            @Nullable Letter before,
            @Nullable Letter after) {}

    /**
     * A letter to come.
     *
     * @param letter the name of its words
     */
    public record Letter(String cadence, String letter, LocalDate on) {}
}
