package dev.beforehand.slack.home;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.view.Views.view;

import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Doorkeeper;
import java.util.List;
import org.springframework.stereotype.Component;

/** The Home of somebody without a role: what this is, and *Connect me*, after which they look at it again. */
@Component
class Strangers {

    private final Doorkeeper doorkeeper;
    private final Phrases phrases;

    Strangers(Doorkeeper doorkeeper, Phrases phrases) {
        this.doorkeeper = doorkeeper;
        this.phrases = phrases;
    }

    View render(String person) {
        var connect = doorkeeper.connect(person, looks(person));
        return view(v -> v.type("home")
                .blocks(List.of(HomeBlocks.text(phrases.say("home.stranger")), actions(List.of(connect)))));
    }

    /** As Slack says it. */
    private static JsonObject looks(String person) {
        var event = new JsonObject();
        event.addProperty("type", "app_home_opened");
        event.addProperty("user", person);
        event.addProperty("tab", "home");
        var looks = new JsonObject();
        looks.addProperty("type", "event_callback");
        looks.add("event", event);
        return looks;
    }
}
