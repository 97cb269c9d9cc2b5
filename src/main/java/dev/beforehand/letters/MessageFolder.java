package dev.beforehand.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Where the words lie: packaged with the program, and on disk in the folder that {@code beforehand.messages} names. */
@Component
@EnableConfigurationProperties(MessageSettings.class)
class MessageFolder {

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

    /** A file of the folder, whether or not it is there; null where no folder was named. */
    @Nullable
    Path onDisk(String file) {
        return folder == null ? null : folder.resolve(file);
    }

    static boolean isPackaged(String file) {
        return new ClassPathResource("messages/" + file).exists();
    }

    static String packaged(String file) {
        try {
            return new ClassPathResource("messages/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("messages/%s is missing from the program.".formatted(file), e);
        }
    }
}
