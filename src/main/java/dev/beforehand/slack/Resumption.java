package dev.beforehand.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.letters.Language;
import dev.beforehand.letters.Phrases;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Carries out a click that was meant before its person had a role, as if it arrived now. */
@Component
public class Resumption {

    private static final Logger log = LoggerFactory.getLogger(Resumption.class);

    private final ObjectProvider<App> app;
    private final SlackRequestParser parser;
    private final SlackGateway gateway;
    private final DirectMessages messages;
    private final Afterwards afterwards;
    private final Readers readers;
    private final Phrases phrases;
    private final Gson gson = GsonFactory.createSnakeCase();

    Resumption(
            ObjectProvider<App> app,
            AppConfig config,
            SlackGateway gateway,
            DirectMessages messages,
            Afterwards afterwards,
            Readers readers,
            Phrases phrases) {
        this.app = app;
        this.parser = new SlackRequestParser(config);
        this.gateway = gateway;
        this.messages = messages;
        this.afterwards = afterwards;
        this.readers = readers;
        this.phrases = phrases;
    }

    /** @param triggerId of a newer click of the same person, with which a form can still be opened; empty: there is none */
    public void of(MeantClick meant, @Nullable String triggerId) {
        Language.in(readers.language(meant.slackUserId()), () -> carryOut(meant, triggerId));
    }

    private void carryOut(MeantClick meant, @Nullable String triggerId) {
        var payload = meant.payload();
        if (triggerId != null && payload.has("trigger_id")) {
            payload.addProperty("trigger_id", triggerId);
        }
        try {
            answered(meant, run(payload));
        } catch (Exception e) {
            log.error("What somebody meant to do before they had a role failed.", e);
            tell(meant, SlackMessage.of(phrases.say("error.failed")));
        }
    }

    private Response run(JsonObject payload) throws Exception {
        return app.getObject()
                .run(parser.parse(HttpRequest.builder()
                        .socketMode(true)
                        .requestUri("")
                        .remoteAddress("")
                        .requestBody(payload.toString())
                        .headers(new RequestHeaders(Map.of()))
                        .build()));
    }

    /** A command is answered in its ack, and for that it is too late. */
    private void answered(MeantClick meant, Response response) {
        var body = response.getBody();
        if (body != null && !body.isBlank()) {
            tell(meant, message(body));
        }
    }

    private SlackMessage message(String body) {
        if (!body.startsWith("{")) {
            return SlackMessage.of(body);
        }
        var answer = gson.fromJson(JsonParser.parseString(body), SlashCommandResponse.class);
        return new SlackMessage(answer.getText(), answer.getBlocks() == null ? List.of() : answer.getBlocks());
    }

    private void tell(MeantClick meant, SlackMessage message) {
        afterwards.run("Answering what was meant before", () -> {
            var url = Delivery.text(meant.payload(), "response_url");
            if (url == null || !(gateway.respond(url, message, false) instanceof Reply.Done<String>)) {
                messages.send(meant.slackUserId(), () -> message);
            }
        });
    }
}
