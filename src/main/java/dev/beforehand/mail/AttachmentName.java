package dev.beforehand.mail;

/** Makes one harmless file name of whatever a sender calls a file; pure. */
final class AttachmentName {

    private static final int LONGEST = 100;
    private static final int LONGEST_ENDING = 10;

    private AttachmentName() {}

    static String of(String given, String otherwise) {
        var name = given.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", "")
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[<>:\"|?*]+", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return name.isEmpty() ? otherwise : shortened(name);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return MailHead.cut(name, LONGEST - ending.length()) + ending;
    }
}
