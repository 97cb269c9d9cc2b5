package dev.beforehand.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.List;

/** A message as text in the database: what Slack gets. */
final class StoredMessage {

    private static final Gson GSON = GsonFactory.createSnakeCase();
    private static final TypeToken<List<LayoutBlock>> BLOCKS = new TypeToken<>() {};

    private StoredMessage() {}

    static String write(SlackMessage message) {
        var json = new JsonObject();
        json.addProperty("text", message.text());
        json.add("blocks", GSON.toJsonTree(message.blocks(), BLOCKS.getType()));
        return GSON.toJson(json);
    }

    static SlackMessage read(String text) {
        var json = JsonParser.parseString(text).getAsJsonObject();
        return new SlackMessage(json.get("text").getAsString(), GSON.fromJson(json.get("blocks"), BLOCKS.getType()));
    }
}
