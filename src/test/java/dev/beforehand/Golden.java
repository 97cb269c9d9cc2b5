package dev.beforehand;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.practice.limits.BlockLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what people will see with a file that a person has read. After a wanted change, run the test with {@code
 * -Dgolden.update=true} and read the difference before it is committed.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final Gson SLACK = GsonFactory.createSnakeCase();
    private static final JsonMapper JSON = new JsonMapper();

    private Golden() {}

    /** Compares Slack's blocks or a view, as the JSON that is sent; Slack has to accept it, too. */
    public static void assertSlack(String name, Object sent) {
        var json = PRETTY.toJson(SLACK.toJsonTree(sent)) + "\n";
        assertText("slack/" + name + ".json", json);
        assertThat(refusals(json)).as("why Slack would refuse " + name).isEmpty();
    }

    /** Why Slack would refuse these blocks of a message, or this view. */
    public static List<String> refusals(String json) {
        var sent = JSON.readTree(json);
        if (!sent.isArray()) {
            return BlockLimits.ofView(sent);
        }
        return BlockLimits.isTooLong(sent) ? List.of("The message is too long.") : BlockLimits.ofMessage(sent);
    }

    public static void assertText(String file, String actual) {
        var golden = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, actual);
            }
            assertThat(golden).as("run with -Dgolden.update=true to write it").exists();
            assertThat(actual).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
