package dev.beforehand.slack.capture;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientWords;
import dev.beforehand.clients.Clients;
import dev.beforehand.invoices.ClientGuess.Guess;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks of which client something speaks: one of those that were guessed, or another by words of its name. */
@Component
class ClientField {

    static final int MOST = 8;

    private static final String GUESSED = "client";
    private static final String OTHER = "other";
    private static final int LONGEST_OPTION = 75;
    private static final int LONGEST_NAME = 200;
    private static final int NAMED = 5;

    private final Clients clients;
    private final InvoiceSearch search;
    private final Modals modals;
    private final Phrases phrases;

    ClientField(Clients clients, InvoiceSearch search, Modals modals, Phrases phrases) {
        this.clients = clients;
        this.search = search;
        this.modals = modals;
        this.phrases = phrases;
    }

    /** What came of reading it. */
    sealed interface Chosen {

        record One(Client client) implements Chosen {}

        /** @param errors a sentence beside a field */
        record None(Map<String, String> errors) implements Chosen {}
    }

    List<LayoutBlock> render(Guess guess) {
        var blocks = new ArrayList<LayoutBlock>();
        var options = options(guess);
        if (!options.isEmpty()) {
            blocks.add(modals.field(
                    GUESSED,
                    "capture.client",
                    !guess.clear(),
                    staticSelect(s -> s.actionId(GUESSED)
                            .options(options)
                            .initialOption(guess.clear() ? options.getFirst() : null))));
        }
        blocks.add(modals.field(
                OTHER,
                options.isEmpty() ? "capture.client" : "capture.client.other",
                !options.isEmpty(),
                plainTextInput(i -> i.actionId(OTHER)
                        .maxLength(LONGEST_NAME)
                        .placeholder(plainText(phrases.say("capture.client.placeholder"))))));
        return blocks;
    }

    /** What was typed counts before what was guessed. */
    Chosen read(FormFields fields) {
        var typed = fields.text(OTHER);
        if (!typed.isEmpty()) {
            return named(typed);
        }
        return Optional.ofNullable(fields.option(GUESSED))
                .flatMap(id -> clients.find(new ClientId(Long.parseLong(id))))
                .<Chosen>map(Chosen.One::new)
                .orElseGet(() -> none("capture.error.client", Map.of()));
    }

    private Chosen named(String words) {
        var found = clients.all(search.clients(words, NAMED + 1));
        var whole = found.stream()
                .filter(client -> client.nameKey().equals(ClientWords.key(words)))
                .findFirst();
        if (whole.isPresent() || found.size() == 1) {
            return new Chosen.One(whole.orElseGet(found::getFirst));
        }
        return found.isEmpty()
                ? none("capture.error.none", Map.of("words", words))
                : none("capture.error.several", Map.of("words", words, "names", names(found)));
    }

    private static String names(List<Client> found) {
        var names = found.stream()
                .limit(NAMED)
                .map(client -> Format.name(client.name()))
                .sorted()
                .collect(Collectors.joining(", "));
        return found.size() > NAMED ? names + ", …" : names;
    }

    private Chosen none(String key, Map<String, ?> values) {
        return new Chosen.None(Map.of(OTHER, phrases.say(key, values)));
    }

    /** The likeliest first. */
    private List<OptionObject> options(Guess guess) {
        var found = clients.all(guess.clients()).stream().collect(Collectors.toMap(Client::id, Client::name));
        return guess.clients().stream()
                .flatMap(id -> Stream.ofNullable(found.get(id))
                        .map(name -> Modals.option(Format.cut(name, LONGEST_OPTION), id.toString())))
                .toList();
    }
}
