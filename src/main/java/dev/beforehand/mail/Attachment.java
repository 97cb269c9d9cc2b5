package dev.beforehand.mail;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;

/**
 * A file that goes along with a letter.
 *
 * @param name under which the reader finds it, like {@code statement.pdf}; one line
 * @param contentType like {@code application/pdf}
 * @param content kept as it is, not copied: nobody changes it afterwards
 */
public record Attachment(String name, String contentType, byte[] content) {

    /** @throws IllegalArgumentException that says what is wrong */
    public Attachment {
        HeaderValue.check("attachment's name", name);
        HeaderValue.check("attachment's content type", contentType);
        if (name.isBlank()) {
            throw new IllegalArgumentException("An attachment needs a name, like statement.pdf.");
        }
        try {
            new ContentType(contentType);
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    "'%s' is no content type; write it like application/pdf.".formatted(contentType), e);
        }
    }

    /** Names neither the file nor what is in it, as it may stand in a log. */
    @Override
    public String toString() {
        return "Attachment[%d bytes]".formatted(content.length);
    }
}
