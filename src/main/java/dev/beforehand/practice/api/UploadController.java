package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Files;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the bytes of a file that was announced; its address is all that a caller needs. */
@RestController
@ConditionalOnProperty("beforehand.practice.on")
class UploadController {

    private final Files files;

    UploadController(Files files) {
        this.files = files;
    }

    @PostMapping("/practice/upload/{id}")
    ResponseEntity<String> upload(@PathVariable String id, HttpServletRequest request) throws IOException {
        var content = request.getInputStream().readAllBytes();
        return files.upload(id, content)
                ? ResponseEntity.ok("OK - " + content.length)
                : ResponseEntity.badRequest().build();
    }
}
