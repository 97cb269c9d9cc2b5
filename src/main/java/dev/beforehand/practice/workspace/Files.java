package dev.beforehand.practice.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The files of the workspace. Safe for many threads. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Files {

    private final Map<String, File> files = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /**
     * @param length as it was announced
     * @param content null: announced, and not uploaded yet
     * @param shared whether it stands in a message
     */
    public record File(String id, String name, int length, byte @Nullable [] content, boolean shared) {}

    /** The id of a file that is to be uploaded. */
    public String announce(String name, int length) {
        var id = "F0P%06d".formatted(last.incrementAndGet());
        files.put(id, new File(id, name, length, null, false));
        return id;
    }

    /** @return false where it is not awaited, or not as long as it was announced */
    public boolean upload(String id, byte[] content) {
        return change(
                id,
                file -> file.content() == null && file.length() == content.length
                        ? new File(id, file.name(), file.length(), content, false)
                        : null);
    }

    /** @return false where it was not uploaded, or is shared already */
    public boolean share(String id, String title) {
        return change(
                id,
                file -> file.content() != null && !file.shared()
                        ? new File(id, title, file.length(), file.content(), true)
                        : null);
    }

    /** A file that a person drops, at once and whole. */
    public File drop(String name, byte[] content) {
        var id = announce(name, content.length);
        var file = new File(id, name, content.length, content, true);
        files.put(id, file);
        return file;
    }

    /** A file that stands in a message. */
    public Optional<File> shared(String id) {
        return Optional.ofNullable(files.get(id)).filter(File::shared);
    }

    private interface Change {
        @Nullable
        File of(File before);
    }

    private boolean change(String id, Change change) {
        var changed = new boolean[1];
        files.computeIfPresent(id, (key, before) -> {
            var after = change.of(before);
            changed[0] = after != null;
            return after == null ? before : after;
        });
        return changed[0];
    }
}
