package dev.beforehand.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The head of a message or of a part of it. Nothing in it makes this fail; what cannot be read is not there. */
final class MailHead {

    private static final int LONGEST_VALUE = 20_000;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_IDS = 100;
    private static final int MOST_ADDRESSES = 100;
    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,200}@[!-;=?-~]{1,200}>");
    private static final Pattern TYPE = Pattern.compile("\\s*([\\w.+-]{1,60}/[\\w.+-]{1,60})");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    private final InternetHeaders lines;

    private MailHead(InternetHeaders lines) {
        this.lines = lines;
    }

    static MailHead of(byte[] bytes, int from, int end) {
        try {
            return new MailHead(new InternetHeaders(new ByteArrayInputStream(bytes, from, end - from), true));
        } catch (MessagingException e) {
            return new MailHead(new InternetHeaders());
        }
    }

    boolean has(String name) {
        return lines.getHeader(name) != null;
    }

    /** As it was sent, but for folded lines; empty where there is none. */
    String raw(String name) {
        var values = lines.getHeader(name);
        return values == null ? "" : unfolded(values[0]);
    }

    /** For a person to read, in one line. */
    String text(String name) {
        return line(decoded(raw(name)));
    }

    /** The Message-IDs that stand there. */
    List<String> ids(String name) {
        var all = ID.matcher(raw(name)).results().map(MatchResult::group).toList();
        return all.subList(Math.max(0, all.size() - MOST_IDS), all.size());
    }

    /** The addresses of all lines with these names. */
    List<MailAddress> addresses(String... names) {
        return Arrays.stream(names)
                .map(lines::getHeader)
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .flatMap(value -> parsed(unfolded(value)))
                .limit(MOST_ADDRESSES)
                .toList();
    }

    /** Like {@code text/plain}, in lower case; what says nothing is that. */
    String type() {
        var type = TYPE.matcher(raw("Content-Type"));
        return type.lookingAt() ? type.group(1).toLowerCase(Locale.ROOT) : "text/plain";
    }

    String typeParameter(String name) {
        var value = raw("Content-Type");
        try {
            return orEmpty(new ContentType(value).getParameter(name));
        } catch (ParseException e) {
            return parameter(value, name);
        }
    }

    boolean isAttachment() {
        return raw("Content-Disposition").strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    /** As the sender has it; empty where none is given. */
    String fileName() {
        var value = raw("Content-Disposition");
        String name;
        try {
            name = orEmpty(new ContentDisposition(value).getParameter("filename"));
        } catch (ParseException e) {
            name = parameter(value, "filename");
        }
        return decoded(name.isBlank() ? typeParameter("name") : name);
    }

    /** Without what cannot be seen, and no longer than a line may be. */
    static String line(String text) {
        var line = UNSEEN.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        return cut(line, LONGEST_TEXT);
    }

    /** The text itself, or its beginning with an ellipsis; no character is torn in two. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1) + "…";
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return value;
        }
    }

    private static Stream<MailAddress> parsed(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .filter(address -> address.getAddress() != null && MailAddress.isValid(address.getAddress()))
                    .map(address -> new MailAddress(address.getAddress(), named(address)));
        } catch (AddressException | RuntimeException e) {
            return Stream.empty();
        }
    }

    private static @Nullable String named(InternetAddress address) {
        var name = address.getPersonal();
        return name == null || name.isBlank() ? null : line(name);
    }

    /** Of a value that is not written as the standard has it. */
    private static String parameter(String value, String name) {
        var found = Pattern.compile("(?i)[;\\s]" + Pattern.quote(name)
                        + "\\s{0,9}=\\s{0,9}(?:\"([^\"]{0,300})\"|([^;\\s\"]{1,300}))")
                .matcher(value);
        return found.find() ? orEmpty(found.group(1) == null ? found.group(2) : found.group(1)) : "";
    }

    private static String unfolded(String value) {
        var whole = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        return MimeUtility.unfold(whole);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
