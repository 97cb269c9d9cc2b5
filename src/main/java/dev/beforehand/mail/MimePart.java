package dev.beforehand.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A message or a part of one: a piece of its bytes, of which nothing is copied before somebody asks. However broken it
 * is, something can be read.
 */
final class MimePart {

    static final int LONGEST_HEAD = 256 * 1024;

    private static final int LONGEST_INNER_HEAD = 32 * 1024;
    private static final int MOST_HEADS = 1024 * 1024;
    private static final int MOST_PARTS = 100;
    private static final byte[] DASHES = {'-', '-'};

    private final byte[] bytes;
    private final int body;
    private final int end;
    private final HeadRoom room;
    private final MailHead head;

    private MimePart(byte[] bytes, int from, int end, int longestHead, HeadRoom room) {
        this.bytes = bytes;
        this.end = end;
        this.room = room;
        int empty = emptyLine(from);
        this.body = empty < end ? nextLine(empty) : end;
        this.head = MailHead.of(bytes, from, from + room.take(Math.min(empty - from, longestHead)));
    }

    /** How much of its heads is looked at in all: a line takes many times its size once it is read. */
    private static final class HeadRoom {

        private int left = MOST_HEADS;

        int take(int wanted) {
            int taken = Math.min(wanted, left);
            left -= taken;
            return taken;
        }
    }

    static MimePart of(byte[] message) {
        return new MimePart(message, 0, message.length, LONGEST_HEAD, new HeadRoom());
    }

    private MimePart inner(int from, int end) {
        return new MimePart(bytes, from, end, LONGEST_INNER_HEAD, room);
    }

    MailHead head() {
        return head;
    }

    String type() {
        return head.type();
    }

    /** The parts of a multipart; none where it is no such thing, or its boundary cannot be found. */
    List<MimePart> parts() {
        var parts = new ArrayList<MimePart>();
        var boundary = boundary();
        if (!type().startsWith("multipart/") || boundary.length <= DASHES.length) {
            return parts;
        }
        int from = -1;
        boolean over = false;
        for (int line = body; line < end && !over && parts.size() < MOST_PARTS; line = nextLine(line)) {
            if (startsWith(line, boundary) && isEndOfBoundary(line + boundary.length)) {
                if (from >= 0) {
                    parts.add(inner(from, withoutLineBreak(from, line)));
                }
                from = nextLine(line);
                over = startsWith(line + boundary.length, DASHES);
            }
        }
        if (from >= 0 && !over && parts.size() < MOST_PARTS) {
            parts.add(inner(Math.min(from, end), end));
        }
        return parts;
    }

    /** Whether it goes to the end of what was read. */
    boolean isLast() {
        return end == bytes.length;
    }

    /** A part's head alone, where the part is itself a message or the head of one. */
    MailHead innerHead() {
        return inner(body, end).head;
    }

    /**
     * What it holds, decoded.
     *
     * @param bytes no more than were asked for
     * @param size of all that could be decoded
     */
    record Content(byte[] bytes, long size) {}

    Content content(long most) {
        var kept = new ByteArrayOutputStream();
        long size = 0;
        try (var in = decoded()) {
            // One by one: what fails in the middle of several gives none of them.
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (size++ < most) {
                    kept.write(next);
                }
            }
        } catch (IOException | RuntimeException e) {
            // What comes after is broken; what came before stays.
        }
        return new Content(kept.toByteArray(), size);
    }

    /** Its text, no more than so many bytes of it. */
    String text(int most) {
        var content = content(most).bytes();
        try {
            return new String(
                    content,
                    Charset.forName(MimeUtility.javaCharset(
                            head.typeParameter("charset").strip())));
        } catch (IllegalArgumentException e) {
            return guessed(content);
        }
    }

    private static String guessed(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private InputStream decoded() {
        var raw = new ByteArrayInputStream(bytes, body, end - body);
        var encoding = head.raw("Content-Transfer-Encoding").strip().toLowerCase(Locale.ROOT);
        if (encoding.equals("base64")) {
            return Base64.getMimeDecoder().wrap(raw);
        }
        try {
            return MimeUtility.decode(raw, encoding);
        } catch (MessagingException e) {
            return raw;
        }
    }

    /** Where none is given, the first line that looks like one. */
    private byte[] boundary() {
        var given = head.typeParameter("boundary");
        if (!given.isEmpty()) {
            return ("--" + given).getBytes(StandardCharsets.UTF_8);
        }
        for (int line = body; line < end; line = nextLine(line)) {
            if (startsWith(line, DASHES)) {
                return Arrays.copyOfRange(bytes, line, withoutLineBreak(line, nextLine(line)));
            }
        }
        return new byte[0];
    }

    private boolean isEndOfBoundary(int at) {
        int rest = startsWith(at, DASHES) ? at + DASHES.length : at;
        while (rest < end && (bytes[rest] == ' ' || bytes[rest] == '\t' || bytes[rest] == '\r')) {
            rest++;
        }
        return rest >= end || bytes[rest] == '\n';
    }

    private int emptyLine(int from) {
        int line = from;
        while (line < end && bytes[line] != '\n' && !(bytes[line] == '\r' && nextLine(line) == line + 2)) {
            line = nextLine(line);
        }
        return Math.min(line, end);
    }

    private int nextLine(int from) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, end);
    }

    private int withoutLineBreak(int from, int line) {
        int last = line;
        if (last > from && bytes[last - 1] == '\n') {
            last--;
        }
        return last > from && bytes[last - 1] == '\r' ? last - 1 : last;
    }

    private boolean startsWith(int at, byte[] prefix) {
        return at + prefix.length <= end && Arrays.equals(bytes, at, at + prefix.length, prefix, 0, prefix.length);
    }
}
