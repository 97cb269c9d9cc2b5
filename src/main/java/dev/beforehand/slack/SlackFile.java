package dev.beforehand.slack;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/**
 * A file to be shown in Slack.
 *
 * @param name by which Slack tells what it is
 * @param content not empty, and of a known length
 */
public record SlackFile(String name, BodyPublisher content) {

    public SlackFile {
        if (name.isBlank() || content.contentLength() <= 0) {
            throw new IllegalArgumentException("Slack takes no file without a name or a content.");
        }
    }

    /** @param content is not copied: nobody changes it */
    public SlackFile(String name, byte[] content) {
        this(name, BodyPublishers.ofByteArray(content));
    }

    /** A file on the disk, which is read while it is sent. */
    public static SlackFile of(String name, Path file) throws FileNotFoundException {
        return new SlackFile(name, BodyPublishers.ofFile(file));
    }

    long length() {
        return content.contentLength();
    }

    /** Names neither the file nor what is in it, as it may stand in a log. */
    @Override
    public String toString() {
        return "SlackFile[" + length() + " bytes]";
    }
}
