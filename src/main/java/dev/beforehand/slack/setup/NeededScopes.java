package dev.beforehand.slack.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The scopes that Beforehand's token needs: those of the manifest that comes with it. */
final class NeededScopes {

    private static final String MANIFEST = "manifest/http.yaml";

    private NeededScopes() {}

    static List<String> all() {
        try (var file = new ClassPathResource(MANIFEST).getInputStream()) {
            Map<?, ?> manifest = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            if (manifest.get("oauth_config") instanceof Map<?, ?> oauth
                    && oauth.get("scopes") instanceof Map<?, ?> scopes
                    && scopes.get("bot") instanceof List<?> bot) {
                return bot.stream().map(String::valueOf).toList();
            }
            throw new IllegalStateException(MANIFEST + " names no scopes of a bot.");
        } catch (IOException e) {
            throw new UncheckedIOException(MANIFEST + " cannot be read.", e);
        }
    }
}
