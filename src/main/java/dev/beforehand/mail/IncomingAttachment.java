package dev.beforehand.mail;

import org.jspecify.annotations.Nullable;

/**
 * A file that came along.
 *
 * @param name one harmless file name; never a path
 * @param type like {@code application/pdf}, as the sender says
 * @param size in bytes; of one that was cut off, of what was read
 * @param content empty where it was too large to be kept; not copied: nobody changes it afterwards
 */
public record IncomingAttachment(String name, String type, long size, byte @Nullable [] content) {

    /** Names neither the file nor what is in it, as it may stand in a log. */
    @Override
    public String toString() {
        return "IncomingAttachment[%d bytes]".formatted(size);
    }
}
