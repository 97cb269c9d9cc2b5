package dev.beforehand.practice.delivery;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes what the app says through a {@code response_url}. */
@RestController
@ConditionalOnProperty("beforehand.practice.on")
class ResponseUrlController {

    private final ResponseUrls urls;

    ResponseUrlController(ResponseUrls urls) {
        this.urls = urls;
    }

    @PostMapping(ResponseUrls.PATH + "{token}")
    ResponseEntity<String> answer(@PathVariable String token, @RequestBody JsonNode body) {
        var refusal = urls.use(token, body);
        if (refusal == null) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("ok");
        }
        return ResponseEntity.status(refusal.endsWith("_url") ? 404 : 400)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"ok\":false,\"error\":\"" + refusal + "\"}");
    }
}
