package dev.beforehand.slack;

/**
 * A file to be shown in Slack.
 *
 * @param name by which Slack tells what it is
 * @param content not empty, and not copied: nobody changes it
 */
public record SlackFile(String name, byte[] content) {

    public SlackFile {
        if (name.isBlank() || content.length == 0) {
            throw new IllegalArgumentException("Slack takes no file without a name or a content.");
        }
    }

    /** Names neither the file nor what is in it, as it may stand in a log. */
    @Override
    public String toString() {
        return "SlackFile[" + content.length + " bytes]";
    }
}
