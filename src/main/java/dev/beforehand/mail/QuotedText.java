package dev.beforehand.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Leaves out of a mail's text what it repeats of earlier mails; pure. */
final class QuotedText {

    private static final int LONGEST_LINE = 400;
    private static final int ATTRIBUTION_LINES = 4;
    private static final int HEAD_LINES = 6;

    private static final Pattern DATE_OR_ADDRESS = Pattern.compile("\\d{4}|\\d:\\d\\d|@");
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?i)-{2,}\\s?(original message|original appointment|ursprüngliche nachricht|originalnachricht|message d['’]origine|mensaje original"
                    + "|messaggio originale|oorspronkelijk bericht)\\s?-{2,}");
    /** In whatever order: some programs put the date before the sender. */
    private static final Pattern HEAD_FROM = head("from|von|de|da|van", " ?\\S.*");

    private static final Pattern HEAD_SENT =
            head("sent|date|gesendet|datum|envoyé|enviado|fecha|inviato|data|verzonden", " ?\\S.*");
    private static final Pattern HEAD_SUBJECT = head("subject|betreff|objet|asunto|oggetto|onderwerp", ".*");
    private static final Set<String> ATTRIBUTION_BEGINS = Set.of("on", "am", "le", "el", "il", "op");
    private static final List<String> ATTRIBUTION_ENDS =
            List.of(" wrote", " schrieb", " a écrit", " escribió", " ha scritto", " schreef");
    private static final int SHORT = 300;
    private static final Pattern BELOW = Pattern.compile(
            "(?iu)\\b(below|inline|in-line|unten|weiter unten|ci-dessous|más abajo|qui sotto|hieronder)\\b");

    private QuotedText() {}

    private static Pattern head(String labels, String rest) {
        return Pattern.compile("(?iu)\\*?(" + labels + ") ?:\\*?" + rest);
    }

    /** Whether what was left is no answer by itself: nearly nothing, or a few words that point to what was cut. */
    static boolean pointsToWhatWasCut(String left) {
        return left.chars().noneMatch(Character::isLetterOrDigit)
                || left.length() <= SHORT && BELOW.matcher(left).find();
    }

    static String cut(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        var kept = new ArrayList<String>();
        for (int i = 0; i < lines.length; i++) {
            int after = attributionEnd(lines, i);
            if (after > 0 && isQuoted(lines, after)) {
                i = after - 1;
            } else if (after > 0 || beginsEarlierMail(lines, i)) {
                break;
            } else if (!lines[i].startsWith(">")) {
                kept.add(lines[i].stripTrailing());
            }
        }
        return tidied(kept);
    }

    private static String tidied(List<String> lines) {
        return String.join("\n", lines)
                .replaceAll("\n_{10,}\\s*$", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** The line after one like "On Monday Ana Ruiz wrote:", which mailers break where they like; 0 where it is none. */
    private static int attributionEnd(String[] lines, int from) {
        if (!beginsAttribution(line(lines, from)) && !line(lines, from).contains("@")) {
            return 0;
        }
        var sentence = new StringBuilder();
        for (int i = from; i < Math.min(lines.length, from + ATTRIBUTION_LINES); i++) {
            var line = line(lines, i);
            if (line.isEmpty() || i > from && beginsAttribution(line)) {
                return 0;
            }
            sentence.append(i == from ? "" : " ").append(line);
            if (isAttribution(sentence.toString().toLowerCase(Locale.ROOT))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean beginsAttribution(String line) {
        return ATTRIBUTION_BEGINS.contains(line.toLowerCase(Locale.ROOT).split(" ", 2)[0]);
    }

    private static boolean isAttribution(String sentence) {
        if (!sentence.endsWith(":")) {
            return false;
        }
        var words = sentence.substring(0, sentence.length() - 1).strip();
        boolean says = ATTRIBUTION_ENDS.stream().anyMatch(words::endsWith)
                || words.contains(" schrieb am ")
                || words.startsWith("am ") && words.contains(" schrieb ")
                || words.startsWith("op ") && words.contains(" schreef ");
        return says && DATE_OR_ADDRESS.matcher(words).find();
    }

    private static boolean isQuoted(String[] lines, int from) {
        int i = from;
        while (i < lines.length && lines[i].isBlank()) {
            i++;
        }
        return i < lines.length && lines[i].startsWith(">");
    }

    private static boolean beginsEarlierMail(String[] lines, int at) {
        if (ORIGINAL.matcher(line(lines, at)).matches()) {
            return true;
        }
        return (isAmong(lines, at, 1, HEAD_FROM) || isAmong(lines, at, 1, HEAD_SENT))
                && isAmong(lines, at, HEAD_LINES, HEAD_FROM)
                && isAmong(lines, at, HEAD_LINES, HEAD_SENT)
                && isAmong(lines, at, HEAD_LINES, HEAD_SUBJECT);
    }

    private static boolean isAmong(String[] lines, int at, int count, Pattern head) {
        return IntStream.range(at, Math.min(lines.length, at + count))
                .anyMatch(i -> head.matcher(line(lines, i)).matches());
    }

    private static String line(String[] lines, int at) {
        var line = lines[at].replaceAll("[\\u00a0\\u202f]", " ").strip();
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }
}
