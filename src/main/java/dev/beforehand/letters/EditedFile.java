package dev.beforehand.letters;

import java.io.IOException;
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
 * A file that people edit while the program runs. A change is seen at the next use; what cannot be used is refused,
 * and the last good content stays. Without a file the packaged content holds.
 */
final class EditedFile<T> {

    private static final Logger log = LoggerFactory.getLogger(EditedFile.class);

    private final @Nullable Path path;
    private final T packaged;
    private final BiFunction<String, String, T> reader;
    private volatile Version<T> version;

    /** @param problems what is wrong with the file as it is now; the content is an earlier one then */
    private record Version<T>(String stamp, T content, List<String> problems) {}

    /** @param reader turns a file's name and text into content, or throws {@link MessageRefused} */
    EditedFile(@Nullable Path path, T packaged, BiFunction<String, String, T> reader) {
        this.path = path;
        this.packaged = packaged;
        this.reader = reader;
        this.version = new Version<>("", packaged, List.of());
    }

    T current() {
        if (path == null) {
            return packaged;
        }
        if (hasChanged(path)) {
            readChanged(path);
        }
        return version.content();
    }

    /** What is wrong with the file as it was when it was last read. */
    List<String> problems() {
        return version.problems();
    }

    boolean isAsPackaged() {
        return version.content().equals(packaged);
    }

    /** Reads it though it may not have changed, because what is wrong with it may have come, or been mended, elsewhere. */
    synchronized void readAgain() {
        if (path != null) {
            read(path);
        }
    }

    private synchronized void readChanged(Path path) {
        if (hasChanged(path)) {
            read(path);
        }
    }

    private boolean hasChanged(Path path) {
        return !stamp(path).equals(version.stamp());
    }

    private void read(Path path) {
        var before = version;
        var stamp = stamp(path);
        try {
            var content = stamp.isEmpty() ? packaged : reader.apply(path.toString(), text(path));
            version = new Version<>(stamp, content.equals(before.content()) ? before.content() : content, List.of());
        } catch (MessageRefused e) {
            if (!e.problems().equals(before.problems())) {
                log.error("{} was refused, and what was there before stays in use.\n{}", path, e.getMessage());
            }
            version = new Version<>(stamp, before.content(), e.problems());
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

    /** Empty where there is no file. */
    private static String stamp(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
