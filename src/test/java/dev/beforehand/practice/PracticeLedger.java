package dev.beforehand.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The practice company's ledger in a folder of its own, for tests elsewhere. */
public final class PracticeLedger {

    private PracticeLedger() {}

    public static Path at(LocalDate today) {
        try {
            var folder = Files.createTempDirectory("beforehand-ledger");
            SampleCompany.write(folder, today);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
