package dev.beforehand.slack.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/**
 * Keeps the bytes that somebody was shown, so that these and no others are imported, by whichever instance. In parts: the
 * largest file needs no more memory than the smallest.
 */
@Component
class KeptBytes {

    private static final int PART = 1 << 20;

    private final Uploads uploads;

    KeptBytes(Uploads uploads) {
        this.uploads = uploads;
    }

    void keep(long upload, Path file) throws IOException {
        uploads.dropParts(upload);
        try (var bytes = Files.newInputStream(file)) {
            var part = bytes.readNBytes(PART);
            for (int number = 0; part.length > 0; number++) {
                uploads.keepPart(upload, number, packed(part));
                part = bytes.readNBytes(PART);
            }
        }
    }

    void writeTo(Path file, long upload) throws IOException {
        try (var bytes = Files.newOutputStream(file)) {
            var part = uploads.part(upload, 0);
            for (int number = 1; part.isPresent(); number++) {
                new GZIPInputStream(new ByteArrayInputStream(part.get())).transferTo(bytes);
                part = uploads.part(upload, number);
            }
        }
    }

    private static byte[] packed(byte[] part) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(part);
        }
        return packed.toByteArray();
    }
}
