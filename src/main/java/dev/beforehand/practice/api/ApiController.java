package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Manifest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Slack's Web API: everything is a POST, and nearly everything is answered with 200 and JSON. */
@RestController
@ConditionalOnProperty("beforehand.practice.on")
class ApiController {

    private static final Logger log = LoggerFactory.getLogger(ApiController.class);
    private static final String BEARER = "Bearer ";

    private final Methods methods;
    private final Mishaps mishaps;
    private final Manifest manifest;
    private final JsonMapper json;

    ApiController(Methods methods, Mishaps mishaps, Manifest manifest, JsonMapper json) {
        this.methods = methods;
        this.mishaps = mishaps;
        this.manifest = manifest;
        this.json = json;
    }

    @PostMapping("/practice/api/{method}")
    ResponseEntity<String> call(@PathVariable String method, HttpServletRequest request) throws IOException {
        try {
            var call = new Call(arguments(request));
            var answer = methods.call(method, token(request, call), call);
            return mishaps.loseAnswer(method) ? brokenOff() : answer(200, answer, null);
        } catch (Refusal refusal) {
            log.debug("Refused {}: {}", method, refusal.getMessage());
            var wait = refusal.retryAfterSeconds();
            return answer(refusal.status(), refusal.answer(), wait > 0 ? Integer.toString(wait) : null);
        }
    }

    /** Ends the connection before all that was announced has come. */
    private static ResponseEntity<String> brokenOff() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONNECTION, "close")
                .contentLength(1)
                .build();
    }

    private ObjectNode arguments(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            return body(request);
        }
        var arguments = JsonNodeFactory.instance.objectNode();
        request.getParameterMap().forEach((name, values) -> arguments.put(name, values[0]));
        return arguments;
    }

    private ObjectNode body(HttpServletRequest request) throws IOException {
        try {
            if (json.readTree(request.getInputStream()) instanceof ObjectNode arguments) {
                return arguments;
            }
            throw Refusal.of("json_not_object");
        } catch (JacksonException e) {
            throw Refusal.of("invalid_json");
        }
    }

    private static String token(HttpServletRequest request, Call call) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : call.text("token");
    }

    private ResponseEntity<String> answer(int status, ObjectNode answer, @Nullable String retryAfter) {
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        response.header("x-oauth-scopes", String.join(",", manifest.scopes()));
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return response.body(answer.toString());
    }
}
