package dev.beforehand.slack.ledger;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** What a file is, by its name and by how it begins; only {@code TABLE} may be one of a ledger. */
enum FileKind {
    TABLE,
    EMPTY,
    SPREADSHEET(Set.of("xlsx", "xls", "xlsm", "xlsb", "ods", "numbers"), "504b0304", "d0cf11e0"),
    PICTURE(
            Set.of("png", "jpg", "jpeg", "gif", "webp", "heic", "bmp", "tiff", "svg"),
            "89504e47",
            "ffd8ff",
            "47494638"),
    DOCUMENT(Set.of("pdf", "doc", "docx", "rtf", "html", "htm", "eml", "msg", "ppt", "pptx"), "25504446", "7b5c727466"),
    ARCHIVE(Set.of("zip", "gz", "7z", "rar", "tar"), "1f8b", "377abcaf", "52617221");

    /** How many bytes of a file tell what it is. */
    static final int BEGINNING = 8;

    private final Set<String> endings;
    private final Set<String> beginnings;

    FileKind() {
        this(Set.of());
    }

    FileKind(Set<String> endings, String... beginnings) {
        this.endings = endings;
        this.beginnings = Set.of(beginnings);
    }

    static FileKind named(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (var kind : values()) {
            if (kind.endings.contains(ending)) {
                return kind;
            }
        }
        return TABLE;
    }

    static FileKind beginningWith(byte[] beginning) {
        if (beginning.length == 0) {
            return EMPTY;
        }
        var bytes = HexFormat.of().formatHex(beginning);
        for (var kind : values()) {
            if (kind.beginnings.stream().anyMatch(bytes::startsWith)) {
                return kind;
            }
        }
        return TABLE;
    }
}
