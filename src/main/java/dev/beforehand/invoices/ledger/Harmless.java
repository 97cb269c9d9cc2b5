package dev.beforehand.invoices.ledger;

/**
 * Keeps a spreadsheet from running what a client is called: a text that it would take for a formula gets an apostrophe in
 * front, which spreadsheets do not show, and loses it again when the file is read.
 */
final class Harmless {

    private static final String FORMULAS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final char APOSTROPHE = '\'';

    private Harmless() {}

    static String cell(String text) {
        return beginsAFormula(text) ? APOSTROPHE + text : text;
    }

    static String asItWas(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == APOSTROPHE && beginsAFormula(cell) ? cell.substring(1) : cell;
    }

    /** One that has apostrophes in front already gets one more, so that it comes back with all of them. */
    private static boolean beginsAFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == APOSTROPHE) {
            first++;
        }
        return first < text.length() && FORMULAS.indexOf(text.charAt(first)) >= 0;
    }
}
