package dev.beforehand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** Folders of which nothing is left when the process that made them ends. */
public final class TestFolders {

    private static final Path ALL = make();

    private TestFolders() {}

    public static Path make(String name) {
        try {
            return Files.createTempDirectory(ALL, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path make() {
        try {
            var all = Files.createTempDirectory("beforehand-tests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(all)));
            // Again, once Spring has closed whatever still wrote there.
            SpringApplication.getShutdownHandlers().add(() -> delete(all));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println("Not all that the tests wrote to " + folder + " could be deleted: " + e);
        }
    }
}
