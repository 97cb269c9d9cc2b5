package dev.beforehand.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that people edit while the program runs. A change is seen at the next use; what cannot be used is refused in
 * the log, once, and the last good content stays. Without a file the packaged content holds.
 */
final class EditedFile<T> {

    private static final Logger log = LoggerFactory.getLogger(EditedFile.class);

    private final @Nullable Path path;
    private final T packaged;
    private final BiFunction<String, String, T> reader;
    private volatile Version<T> version;

    private record Version<T>(String stamp, T content) {}

    /** @param reader turns a file's name and text into content, or throws {@link MessageRefused} */
    EditedFile(@Nullable Path path, T packaged, BiFunction<String, String, T> reader) {
        this.path = path;
        this.packaged = packaged;
        this.reader = reader;
        this.version = new Version<>("", packaged);
    }

    T current() {
        if (path == null) {
            return packaged;
        }
        var stamp = stamp(path);
        if (!stamp.equals(version.stamp())) {
            readAgain(path);
        }
        return version.content();
    }

    private synchronized void readAgain(Path path) {
        var stamp = stamp(path);
        if (stamp.equals(version.stamp())) {
            return;
        }
        try {
            version = new Version<>(stamp, stamp.isEmpty() ? packaged : reader.apply(path.toString(), text(path)));
        } catch (MessageRefused e) {
            log.error("{} was refused, and what was there before stays in use.\n{}", path, e.getMessage());
            version = new Version<>(stamp, version.content());
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new MessageRefused(List.of(path + ": the file is not in UTF-8; save it again with that encoding."));
        } catch (IOException e) {
            throw new MessageRefused(List.of(path + ": the file cannot be read (" + e + ")."));
        }
    }

    private static String stamp(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
