package dev.beforehand.reminders;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new file of cadences changes for the open invoices. It is said before the file comes into force.
 *
 * @param file as it is named on disk
 * @param open how many invoices are open
 * @param otherCadence how many of them another cadence serves from now on
 * @param otherLetter how many get their next letter on another day or in other words, or get none, or one at last
 * @param examples the first of these
 */
public record CadenceChange(String file, int open, int otherCadence, int otherLetter, List<Example> examples) {

    /**
     * An open invoice whose next letter changes.
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
