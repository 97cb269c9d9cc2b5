package dev.beforehand.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a mail says, and the files that came along. */
final class MailBody {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 200;
    private static final int MOST_TEXT = 1024 * 1024;
    private static final int MOST_TEXTS = 2 * MOST_TEXT;
    private static final int LONGEST_TEXT = 100_000;

    private final List<String> texts = new ArrayList<>();
    private final List<IncomingAttachment> attachments = new ArrayList<>();
    private final boolean cutOff;
    private long room;
    private int seen;
    private int textRoom = MOST_TEXTS;

    private MailBody(long room, boolean cutOff) {
        this.room = room;
        this.cutOff = cutOff;
    }

    static MailBody of(MimePart message, long keep, boolean cutOff) {
        var body = new MailBody(keep, cutOff);
        body.add(message, 0);
        return body;
    }

    String text() {
        var text = texts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
        return MailHead.cut(text, LONGEST_TEXT);
    }

    List<IncomingAttachment> attachments() {
        return attachments;
    }

    private void add(MimePart part, int depth) {
        if (depth > DEEPEST || seen++ > MOST_PARTS) {
            return;
        }
        var parts = part.parts();
        if (!parts.isEmpty()) {
            if (part.type().equals("multipart/alternative")) {
                addBest(parts, depth + 1);
            } else {
                var isReport = part.type().equals("multipart/report");
                parts.stream()
                        .filter(inner -> !isReport || !ReportReader.isPartOfIt(inner))
                        .forEach(inner -> add(inner, depth + 1));
            }
        } else if (isText(part)) {
            texts.add(text(part));
        } else {
            attach(part);
        }
    }

    /** The last alternative is the richest; in HTML it can be told best what is quoted. */
    private void addBest(List<MimePart> alternatives, int depth) {
        int before = texts.size();
        for (var alternative : alternatives.reversed()) {
            add(alternative, depth);
            if (texts.stream().skip(before).anyMatch(text -> !text.isBlank())) {
                return;
            }
        }
    }

    /** What says to have parts and has none is broken; its lines are all there is. */
    private static boolean isText(MimePart part) {
        var type = part.type();
        boolean readable = type.equals("text/plain") || type.equals("text/html") || type.startsWith("multipart/");
        return readable && !part.head().isAttachment();
    }

    /** Rather too much than nothing: where the answer seems to stand in what looks quoted, all of it stays. */
    private String text(MimePart part) {
        var all = part.text(Math.min(MOST_TEXT, textRoom)).replace("\0", "");
        textRoom -= Math.min(all.length(), textRoom);
        boolean isHtml = part.type().equals("text/html");
        var own = QuotedText.cut(isHtml ? HtmlText.withoutQuotes(all) : all);
        return QuotedText.pointsToWhatWasCut(own) ? (isHtml ? HtmlText.of(all) : all.strip()) : own;
    }

    private void attach(MimePart part) {
        var content = part.content(room);
        boolean whole = content.size() <= room && !(cutOff && part.isLast());
        if (whole) {
            room -= content.size();
        }
        attachments.add(new IncomingAttachment(
                AttachmentName.of(part.head().fileName(), otherwise(part)),
                part.type(),
                content.size(),
                whole ? content.bytes() : null));
    }

    private static String otherwise(MimePart part) {
        return part.type().startsWith("message/") ? "message.eml" : "attachment";
    }
}
