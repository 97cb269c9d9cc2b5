package dev.beforehand.slack.clients;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.clients.ClientId;
import dev.beforehand.letters.Phrases;
import org.springframework.stereotype.Component;

/** The button that opens a client's card. */
@Component
public class ClientMenu {

    static final String OPEN = "client:open";

    private final Phrases phrases;

    public ClientMenu(Phrases phrases) {
        this.phrases = phrases;
    }

    public ButtonElement button(ClientId client) {
        return BlockElements.button(
                b -> b.actionId(OPEN).text(plainText(label())).value(client.toString()));
    }

    /** What an item of an overflow menu says that opens the card. */
    public String label() {
        return phrases.say("client.open");
    }
}
