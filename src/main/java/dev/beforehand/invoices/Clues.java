package dev.beforehand.invoices;

import dev.beforehand.clients.ClientWords;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What in somebody's words may tell of which client they speak; pure.
 *
 * @param numbers what may be an invoice's number, in upper case
 * @param addresses e-mail addresses, in lower case
 * @param domains of web pages, in lower case
 * @param words all of them in their order, as names are searched
 */
record Clues(List<String> numbers, List<String> addresses, List<String> domains, List<String> words) {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}][\\p{L}\\p{N}/._-]*\\d+\\p{L}*");
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?<![\\p{L}\\p{N}@.-])(?:https?://)?(?:www\\.)?([\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,})");
    private static final int LONGEST = 4_000;
    private static final int WHOLE = 100;
    private static final int MOST_NUMBERS = 50;
    private static final int MOST_ADDRESSES = 5;
    private static final int MOST_WORDS = 500;

    static Clues in(String whole) {
        var text = whole.substring(0, Math.min(whole.length(), LONGEST));
        return new Clues(
                found(NUMBER, text, MatchResult::group, MOST_NUMBERS).stream()
                        .map(number -> number.toUpperCase(Locale.ROOT))
                        .toList(),
                found(ADDRESS, text, MatchResult::group, MOST_ADDRESSES),
                found(DOMAIN, text, match -> match.group(1), MOST_ADDRESSES),
                ClientWords.all(text).limit(MOST_WORDS).toList());
    }

    /**
     * How much of a name stands in the words, from its first word on: 100 where all of it does, 0 where not even that. Most
     * people leave out what a company ends in, 'Ltd' or 'Holding', so how many words stand there counts for more than how
     * many do not.
     */
    int likeness(String name) {
        var wanted = ClientWords.all(name).toList();
        int longest = 0;
        for (int from = 0; from < words.size(); from++) {
            int length = 0;
            while (length < wanted.size()
                    && from + length < words.size()
                    && wanted.get(length).equals(words.get(from + length))) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        if (longest == 0 || longest == wanted.size()) {
            return longest == 0 ? 0 : WHOLE;
        }
        return Math.min(WHOLE - 5, 30 * longest + 20 * longest / wanted.size());
    }

    private static List<String> found(Pattern pattern, String text, Function<MatchResult, String> part, int most) {
        return pattern.matcher(text)
                .results()
                .map(part)
                .map(each -> each.toLowerCase(Locale.ROOT))
                .distinct()
                .limit(most)
                .toList();
    }
}
