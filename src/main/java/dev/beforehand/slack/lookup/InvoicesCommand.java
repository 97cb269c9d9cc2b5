package dev.beforehand.slack.lookup;

import dev.beforehand.clients.Role;
import dev.beforehand.slack.agreements.Agreement;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody asked for with {@code /invoices}. */
sealed interface InvoicesCommand {

    int DEFAULT_DAYS = 7;
    int MOST_DAYS = 365;
    int MOST_LETTERS = 200;

    /** Something that is answered in words. */
    sealed interface Question extends InvoicesCommand {}

    /** Invoices by the beginning of their number, or by words of the client's name. */
    record Lookup(String words) implements Question {}

    /** What is due today and in the days after it. */
    record Due(int days) implements Question {}

    record Overdue() implements Question {}

    record Mine() implements Question {}

    /** Why letters about an invoice left or did not. */
    record Why(String words) implements Question {}

    /** The real days of each step of the cadence. */
    record Cadence(String words) implements Question {}

    /** Write down what is agreed about an invoice or with a client. */
    record Agree(Agreement agreement, String words) implements InvoicesCommand {}

    /** What is asked for, as a file; everything that is open where nothing is. */
    record Export(Question of) implements InvoicesCommand {}
    /** The card of a client, by words of its name. */
    record Card(String words) implements InvoicesCommand {}

    /** Be away for a while, or back. */
    record Away() implements InvoicesCommand {}

    /** Have no morning note, or have it again. */
    record Mute(boolean muted) implements InvoicesCommand {}

    /** Have the morning note at a time of one's own. */
    record Note(String when) implements InvoicesCommand {}

    record Digest() implements Question {}

    /** What Beforehand needs, and whether it is there. */
    record Setup() implements InvoicesCommand {}

    record Help() implements Question {}

    /** Nothing that could be looked up; shown back to the asker. */
    record Unknown(String text) implements Question {}

    /** Who looks things up need not be able to change anything. */
    default Role needed() {
        if (this instanceof Setup) {
            return Role.FINANCE_LEAD;
        }
        return this instanceof Agree || this instanceof Away || this instanceof Digest || this instanceof Export
                ? Role.ACCOUNT_MANAGER
                : Role.VIEWER;
    }

    Pattern DUE = Pattern.compile("due(?:\\s+(-?\\d{1,9})(?:\\s+days?)?)?");
    /** A word that asks something about what comes after it. */
    Pattern ABOUT = Pattern.compile("(why|cadence|client|hold|promise|dispute)\\s+(.+)", Pattern.CASE_INSENSITIVE);

    Pattern NOTE = Pattern.compile("note(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE);

    Pattern EXPORT = Pattern.compile("export(?:\\s+(?:client\\s+)?(.*))?", Pattern.CASE_INSENSITIVE);

    Pattern QUOTES = Pattern.compile("[\"“”„«»`]");
    Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    /**
     * Reads the text after the command. A command's word counts only where it stands alone, so that a client called
     * 'Overdue Recovery Ltd' is still found.
     */
    static InvoicesCommand parse(String text) {
        var words = plain(text);
        var due = DUE.matcher(words.toLowerCase(Locale.ROOT));
        if (due.matches()) {
            int days = due.group(1) == null ? DEFAULT_DAYS : Integer.parseInt(due.group(1));
            return days >= 0 && days <= MOST_DAYS ? new Due(days) : new Unknown(words);
        }
        var export = EXPORT.matcher(words);
        if (export.matches()) {
            var of = parse(export.group(1) == null ? "" : export.group(1));
            return of instanceof Question question && isOfInvoices(question)
                    ? new Export(question)
                    : new Unknown(words);
        }
        var note = NOTE.matcher(words);
        if (note.matches()) {
            return new Note(note.group(1) == null ? "" : note.group(1));
        }
        var about = ABOUT.matcher(words);
        if (about.matches()) {
            return switch (about.group(1).toLowerCase(Locale.ROOT)) {
                case "why" -> new Why(about.group(2));
                case "cadence" -> new Cadence(about.group(2));
                case "client" -> new Card(about.group(2));
                default -> new Agree(Agreement.valueOf(about.group(1).toUpperCase(Locale.ROOT)), about.group(2));
            };
        }
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "", "help", "?" -> new Help();
            case "overdue" -> new Overdue();
            case "mine" -> new Mine();
            case "mute" -> new Mute(true);
            case "unmute" -> new Mute(false);
            case "digest" -> new Digest();
            case "away" -> new Away();
            case "setup" -> new Setup();
            default -> LETTER_OR_DIGIT.matcher(words).find() ? new Lookup(words) : new Unknown(words);
        };
    }

    private static boolean isOfInvoices(Question question) {
        return switch (question) {
            case Lookup lookup -> true;
            case Due due -> true;
            case Overdue overdue -> true;
            case Mine mine -> true;
            case Help all -> true;
            case Why why -> false;
            case Cadence cadence -> false;
            case Digest digest -> false;
            case Unknown unknown -> false;
        };
    }

    /** Slack escapes three characters, people put names into quotes, and paste whole letters. */
    private static String plain(String text) {
        var unescaped = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        var words = QUOTES.matcher(unescaped).replaceAll(" ").strip().replaceAll("\\s+", " ");
        return words.codePointCount(0, words.length()) <= MOST_LETTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_LETTERS));
    }
}
