package dev.beforehand.slack;

import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.beforehand.slack.RequestSignature.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where Slack calls by HTTP. Nothing is read of a request before its signature over the raw bytes has shown that it is
 * Slack's and of these minutes. Closed in Socket Mode.
 */
@Controller
class SlackEntrance {

    private static final Logger log = LoggerFactory.getLogger(SlackEntrance.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final String SIGNATURE = "X-Slack-Signature";

    private final boolean open;
    private final RequestSignature signatures;
    private final Reception reception;
    private final SlackRequestParser parser;

    SlackEntrance(SlackSettings settings, Clock clock, Reception reception, AppConfig config) {
        this.open = !settings.socketMode();
        this.signatures = new RequestSignature(settings.signingSecret(), clock);
        this.reception = reception;
        this.parser = new SlackRequestParser(config);
    }

    /** Takes the request itself: anything that binds a form's fields would consume the bytes that were signed. */
    @PostMapping("/slack/events")
    void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(open ? answer(request) : refusal(404, "Beforehand listens to Slack by Socket Mode."), response);
    }

    private Response answer(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return refusal(413, "The body is larger than 1 MiB.");
        }
        var signature = request.getHeader(SIGNATURE);
        var verdict = signatures.of(request.getHeader("X-Slack-Request-Timestamp"), signature, body);
        if (verdict != Verdict.GENUINE) {
            log.warn("Refused a request to /slack/events: its signature is {}.", verdict);
            return refusal(401, sentence(verdict));
        }
        return isJsonOrForm(request.getContentType())
                ? genuine(new String(body, StandardCharsets.UTF_8), "signature:" + signature)
                : refusal(415, "The content type has to be application/json or application/x-www-form-urlencoded.");
    }

    private Response genuine(String body, String otherwise) {
        var delivery = Delivery.of(body);
        return switch (delivery.kind()) {
            case URL_VERIFICATION -> text(200, Delivery.text(delivery.payload(), "challenge"));
            case SSL_CHECK -> Response.ok();
            case UNKNOWN -> unknown(delivery);
            case EVENT, INTERACTION, COMMAND ->
                reception.receive(delivery, delivery.kind() == Delivery.Kind.EVENT, otherwise, () -> parse(body));
        };
    }

    private static Response unknown(Delivery delivery) {
        if (delivery.payload().isEmpty()) {
            return refusal(400, "The body is neither JSON nor a form of Slack's.");
        }
        log.warn("Slack sent something of type '{}', which Beforehand does not use.", delivery.type());
        return Response.ok();
    }

    private @Nullable Request<?> parse(String body) {
        return parser.parse(HttpRequest.builder()
                .requestUri("/slack/events")
                .requestBody(body)
                .headers(new RequestHeaders(Map.of()))
                .remoteAddress("")
                .build());
    }

    private static String sentence(Verdict verdict) {
        return switch (verdict) {
            case TOO_FAR_FROM_NOW -> "The timestamp is more than 300 seconds from now.";
            case UNSIGNED -> "The request is not signed.";
            default -> "The signature does not fit the body and the signing secret.";
        };
    }

    private static boolean isJsonOrForm(@Nullable String contentType) {
        var type = contentType == null
                ? ""
                : contentType.toLowerCase(Locale.ROOT).split(";")[0].strip();
        return type.equals("application/json") || type.equals("application/x-www-form-urlencoded");
    }

    private static Response refusal(int status, String sentence) {
        return text(status, sentence);
    }

    private static Response text(int status, @Nullable String text) {
        return Response.builder()
                .statusCode(status)
                .contentType("text/plain; charset=utf-8")
                .body(text)
                .build();
    }

    private static void send(Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode());
        if (answer.getBody() != null) {
            response.setContentType(answer.getContentType());
            response.getOutputStream().write(answer.getBody().getBytes(StandardCharsets.UTF_8));
        }
        response.flushBuffer();
    }
}
