package dev.beforehand.invoices.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells one state of a file from another. */
final class Fingerprint {

    private static final int CHUNK = 1 << 16;

    private Fingerprint() {}

    /** Size and time of the last change: cheap, and enough to see that a file is being written; empty without a file. */
    static @Nullable String quick(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return null;
        }
        var file = Files.readAttributes(path, BasicFileAttributes.class);
        return file.size() + " " + file.lastModifiedTime();
    }

    /** A hash of the content and of the settings by which it is read. */
    static String exact(Path path, String settings) throws IOException {
        var digest = sha256();
        digest.update(settings.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (var file = Files.newInputStream(path)) {
            var chunk = new byte[CHUNK];
            for (int read = file.read(chunk); read >= 0; read = file.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
