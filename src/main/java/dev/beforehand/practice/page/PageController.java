package dev.beforehand.practice.page;

import dev.beforehand.practice.PracticeMailbox;
import dev.beforehand.practice.workspace.Files;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the browser reads: the page at one address, its style and script, a letter, and news of changes. */
@RestController
@ConditionalOnProperty("beforehand.practice.on")
class PageController {

    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";
    private static final String LETTER_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final Map<String, MediaType> ASSETS = Map.of(
            "page.css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "page.js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "icon.svg", MediaType.parseMediaType("image/svg+xml"));

    private final Templates templates = new Templates();
    private final Pages pages;
    private final PracticeMailbox mailbox;
    private final Changes changes;
    private final Files files;

    PageController(Pages pages, PracticeMailbox mailbox, Changes changes, Files files) {
        this.pages = pages;
        this.mailbox = mailbox;
        this.changes = changes;
        this.files = files;
    }

    @GetMapping("/")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(required = false) @Nullable String thread,
            @RequestParam(required = false) @Nullable String letter,
            @RequestParam(required = false) @Nullable String show) {
        var shown = pages.at(new Address(as, in, thread, letter, show));
        return html(PAGE_POLICY, templates.page(shown));
    }

    /** Where a message's link leads: to its room, with the thread open in which it stands, or which stands under it. */
    @GetMapping("/archives/{room}/p{seconds:\\d{10}}{micros:\\d{6}}")
    ResponseEntity<Void> message(
            @PathVariable String room,
            @PathVariable String seconds,
            @PathVariable String micros,
            @RequestParam(name = "thread_ts", required = false) @Nullable String thread) {
        var shown = new Address(null, room, thread == null ? seconds + "." + micros : thread, null, null);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(shown.toString()))
                .build();
    }

    /** A letter as the client sees it; even when opened by itself it can run nothing and load nothing. */
    @GetMapping("/practice/page/letters/{id}")
    ResponseEntity<String> letter(@PathVariable String id) {
        return mailbox.letters().stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .map(letter -> html(LETTER_POLICY, letter.html()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A file that stands in a message; to be saved, and opened by nobody here. */
    @GetMapping("/practice/page/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        return files.shared(id)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(file.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/practice/page/changes")
    SseEmitter changes() {
        return changes.follow();
    }

    @GetMapping("/practice/page/{asset:[a-z]+\\.[a-z]+}")
    ResponseEntity<Resource> asset(@PathVariable String asset) {
        var type = ASSETS.get(asset);
        return type == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noCache())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(new ClassPathResource("practice/" + asset));
    }

    private static ResponseEntity<String> html(String policy, String body) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(body);
    }
}
