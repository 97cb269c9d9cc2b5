package dev.beforehand.practice.api;

import dev.beforehand.practice.workspace.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hands a file that somebody dropped to the app, if it has the token; anybody else is asked to sign in. */
@RestController
@ConditionalOnProperty("beforehand.practice.on")
class DownloadController {

    private final Files files;
    private final Methods methods;

    DownloadController(Files files, Methods methods) {
        this.files = files;
        this.methods = methods;
    }

    @GetMapping("/practice/files/{id}")
    ResponseEntity<byte[]> download(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (!methods.mayReadFiles(authorization)) {
            return ResponseEntity.status(302).header(HttpHeaders.LOCATION, "/").build();
        }
        return files.shared(id)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(file.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
