package dev.beforehand.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Where the words lie: packaged with the program, and on disk in the folder that {@code beforehand.messages} names. */
@Component
@EnableConfigurationProperties(MessageSettings.class)
public class MessageFolder {

    private static final String ROOT = "messages/";

    /** They do not change while the program runs, and looking through the class path takes long. */
    private static final Map<String, List<String>> PACKAGED = new ConcurrentHashMap<>();

    private final @Nullable Path folder;

    @Autowired
    MessageFolder(MessageSettings settings) {
        var name = settings.messages();
        this.folder = name == null || name.isBlank() ? null : Path.of(name.strip());
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "beforehand.messages is '%s', which is no folder; name the folder that holds slack/ and letters/, or leave it empty."
                            .formatted(name));
        }
    }

    /** The packaged words alone, for use without a running application. */
    public static MessageFolder packaged(Locale company) {
        return new MessageFolder(new MessageSettings(null, company.toLanguageTag()));
    }

    /** A file as it is now, under the name by which a person finds it. */
    public record Found(String name, String text) {}

    /**
     * The file on disk where there is one, and the packaged one otherwise.
     *
     * @throws UncheckedIOException where it cannot be read, or is not in UTF-8
     */
    public Found read(String file) {
        var onDisk = onDisk(file);
        if (onDisk == null || !Files.isRegularFile(onDisk)) {
            return new Found(ROOT + file, packaged(file));
        }
        try {
            return new Found(onDisk.toString(), Files.readString(onDisk));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    onDisk + " cannot be read; save it in UTF-8 where Beforehand may read it.", e);
        }
    }

    /** A file of the folder, whether or not it is there; null where no folder was named. */
    @Nullable
    Path onDisk(String file) {
        return folder == null ? null : folder.resolve(file);
    }

    /** The files of one kind, such as {@code letters/en/due-today.html}, in packaged words and on disk. */
    List<String> files(String within, String extension) {
        var files = new TreeSet<>(
                PACKAGED.computeIfAbsent(within + "/**/*" + extension, key -> packagedFiles(within, extension)));
        var directory = onDisk(within);
        if (folder != null && directory != null && Files.isDirectory(directory)) {
            try (var found = Files.walk(directory)) {
                found.filter(path -> path.toString().endsWith(extension))
                        .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException("The folder %s cannot be read.".formatted(directory), e);
            }
        }
        return List.copyOf(files);
    }

    static boolean isPackaged(String file) {
        return new ClassPathResource(ROOT + file).exists();
    }

    public static String packaged(String file) {
        try {
            return new ClassPathResource(ROOT + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("%s%s is missing from the program.".formatted(ROOT, file), e);
        }
    }

    private static List<String> packagedFiles(String within, String extension) {
        try {
            var pattern = "classpath*:%s%s/**/*%s".formatted(ROOT, within, extension);
            var found = new PathMatchingResourcePatternResolver().getResources(pattern);
            return List.of(found).stream()
                    .map(resource -> resource.toString()
                            .replaceAll(".*" + ROOT + "(" + within + "/.*" + extension + ").*", "$1"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged words cannot be listed.", e);
        }
    }
}
