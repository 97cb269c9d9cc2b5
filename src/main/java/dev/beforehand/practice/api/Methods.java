package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Manifest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes a call to its method, where token, pace and scope allow it. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Methods {

    private final Map<String, Method> methods;
    private final Manifest manifest;
    private final Pace pace;
    private final Mishaps mishaps;
    private final ApiSettings settings;

    Methods(List<MethodFamily> families, Manifest manifest, Pace pace, Mishaps mishaps, ApiSettings settings) {
        this.methods = families.stream()
                .flatMap(family -> family.methods().stream())
                .collect(Collectors.toMap(Method::name, Function.identity()));
        this.manifest = manifest;
        this.pace = pace;
        this.mishaps = mishaps;
        this.settings = settings;
    }

    /** @param authorization the header of that name; null where there is none */
    boolean mayReadFiles(@Nullable String authorization) {
        return ("Bearer " + settings.slack().botToken()).equals(authorization)
                && manifest.scopes().contains("files:read");
    }

    /** @throws Refusal where Slack would refuse */
    ObjectNode call(String name, String token, Call call) {
        var method = methods.get(name);
        if (method == null) {
            throw Refusal.of("unknown_method");
        }
        if (token.isEmpty()) {
            throw Refusal.of("not_authed");
        }
        check(token, method);
        mishaps.before(method, call);
        pace.method(method);
        if (!method.scope().isEmpty() && !manifest.scopes().contains(method.scope())) {
            throw Refusal.missingScope(method.scope(), manifest.scopes());
        }
        var answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        answer.setAll(method.answer().apply(call));
        return answer;
    }

    private void check(String token, Method method) {
        var slack = settings.slack();
        if (!token.equals(method.forBot() ? slack.botToken() : slack.appToken())) {
            var isTheOther = token.equals(slack.botToken()) || token.equals(slack.appToken());
            throw Refusal.of(isTheOther ? "not_allowed_token_type" : "invalid_auth");
        }
    }
}
