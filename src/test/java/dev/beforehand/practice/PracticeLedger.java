package dev.beforehand.practice;

import dev.beforehand.TestFolders;
import java.nio.file.Path;
import java.time.LocalDate;

/** The practice company's ledger in a folder of its own, for tests elsewhere. */
public final class PracticeLedger {

    private PracticeLedger() {}

    public static Path at(LocalDate today) {
        var folder = TestFolders.make("ledger");
        SampleCompany.write(folder, today);
        return folder;
    }
}
