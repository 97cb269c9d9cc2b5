package dev.beforehand.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Leaves out of a mail's text what it repeats of earlier mails; pure. */
final class QuotedText {

    private static final int LONGEST_LINE = 400;
    private static final int ATTRIBUTION_LINES = 4;
    private static final int HEAD_LINES = 6;

    private static final Pattern DATE_OR_ADDRESS = Pattern.compile("\\d{4}|\\d:\\d\\d|@");
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?i)-{2,}\\s?(original message|original appointment|ursprüngliche nachricht|originalnachricht)\\s?-{2,}");
    private static final Pattern HEAD_FROM = Pattern.compile("(?i)\\*?(from|von):\\*? \\S.*");
    private static final Pattern HEAD_SENT = Pattern.compile("(?i)\\*?(sent|date|gesendet|datum):\\*? \\S.*");
    private static final Pattern HEAD_SUBJECT = Pattern.compile("(?i)\\*?(subject|betreff):\\*?.*");

    private QuotedText() {}

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
        var words = line.toLowerCase(Locale.ROOT);
        return words.startsWith("on ") || words.startsWith("am ");
    }

    private static boolean isAttribution(String sentence) {
        if (!sentence.endsWith(":")) {
            return false;
        }
        var words = sentence.substring(0, sentence.length() - 1).strip();
        boolean says = words.endsWith(" wrote")
                || words.endsWith(" schrieb")
                || words.contains(" schrieb am ")
                || words.startsWith("am ") && words.contains(" schrieb ");
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
        if (!HEAD_FROM.matcher(line(lines, at)).matches()) {
            return false;
        }
        boolean sent = false;
        boolean subject = false;
        for (int i = at + 1; i < Math.min(lines.length, at + HEAD_LINES); i++) {
            sent |= HEAD_SENT.matcher(line(lines, i)).matches();
            subject |= HEAD_SUBJECT.matcher(line(lines, i)).matches();
        }
        return sent && subject;
    }

    private static String line(String[] lines, int at) {
        var line = lines[at].strip();
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }
}
