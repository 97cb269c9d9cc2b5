package dev.beforehand.slack.clients;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.clients.Client;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The clients that somebody may have meant, each with the button that opens its card; pure. */
@Component
class ClientChoice {

    static final int MOST = 8;

    private final ClientMenu menu;
    private final Phrases phrases;

    ClientChoice(ClientMenu menu, Phrases phrases) {
        this.menu = menu;
        this.phrases = phrases;
    }

    /** @param found more than {@link #MOST} where there are others besides */
    SlackMessage render(String words, List<Client> found) {
        var heading = phrases.say("client.several", Map.of("words", words));
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Paragraphs.of(heading));
        found.stream().limit(MOST).map(this::line).forEach(blocks::add);
        if (found.size() > MOST) {
            blocks.add(Paragraphs.small(phrases.say("client.several.more")));
        }
        return new SlackMessage(heading, blocks);
    }

    private LayoutBlock line(Client client) {
        var line = Paragraphs.of(phrases.say("client.choice", Map.of("client", Format.name(client.name()))));
        line.setAccessory(menu.button(client.id()));
        return line;
    }
}
