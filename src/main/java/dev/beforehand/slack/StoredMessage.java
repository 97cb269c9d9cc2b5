package dev.beforehand.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.letters.Language;
import java.util.List;
import java.util.function.Supplier;

/** A message as text in the database: what Slack gets, in each language. */
final class StoredMessage {

    private static final Gson GSON = GsonFactory.createSnakeCase();
    private static final TypeToken<List<LayoutBlock>> BLOCKS = new TypeToken<>() {};

    private StoredMessage() {}

    static String write(Supplier<SlackMessage> message) {
        var languages = new JsonObject();
        Language.OFFERED.forEach(language -> languages.add(language.toString(), json(Language.in(language, message))));
        return GSON.toJson(languages);
    }

    /** In the language spoken; what an earlier version wrote down is in English only. */
    static SlackMessage read(String text) {
        var stored = JsonParser.parseString(text).getAsJsonObject();
        var json = stored.has("text")
                ? stored
                : stored.getAsJsonObject(Language.spoken().toString());
        return new SlackMessage(json.get("text").getAsString(), GSON.fromJson(json.get("blocks"), BLOCKS.getType()));
    }

    private static JsonElement json(SlackMessage message) {
        var json = new JsonObject();
        json.addProperty("text", message.text());
        json.add("blocks", GSON.toJsonTree(message.blocks(), BLOCKS.getType()));
        return json;
    }
}
