package dev.beforehand.correspondence;

/**
 * A file that came along with a mail, with all that is in it.
 *
 * @param name one harmless file name
 * @param content not copied: nobody changes it
 */
public record KeptFile(String name, byte[] content) {

    /** Names neither the file nor what is in it, as it may stand in a log. */
    @Override
    public String toString() {
        return "KeptFile[" + content.length + " bytes]";
    }
}
