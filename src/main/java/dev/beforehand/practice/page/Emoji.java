package dev.beforehand.practice.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The characters behind short names such as {@code :eyes:}; only those that practice has use for. */
final class Emoji {

    private static final Properties CHARACTERS = load();

    private Emoji() {}

    static Optional<String> character(String name) {
        return Optional.ofNullable(CHARACTERS.getProperty(name.replaceFirst("::skin-tone-[2-6]$", "")));
    }

    /** The character, or the short name between colons where it is not known. */
    static Html html(String name) {
        return character(name)
                .map(character -> Tag.of("span", "emoji")
                        .with("role", "img")
                        .with("aria-label", name.replace('_', ' '))
                        .with("title", ":" + name + ":")
                        .text(character)
                        .html())
                .orElseGet(() -> Html.text(":" + name + ":"));
    }

    private static Properties load() {
        var properties = new Properties();
        try (var file = Emoji.class.getResourceAsStream("/practice/emoji.properties")) {
            if (file == null) {
                throw new IllegalStateException("practice/emoji.properties is missing from the classpath");
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
