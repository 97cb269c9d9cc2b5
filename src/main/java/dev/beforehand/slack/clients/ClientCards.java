package dev.beforehand.slack.clients;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.accounts.Accounts;
import dev.beforehand.accounts.History;
import dev.beforehand.accounts.HistoryPage;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientWords;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Role;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.clients.TimelineView.Direction;
import dev.beforehand.slack.clients.TimelineView.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Opens the card of a client and turns the pages of its timeline. A modal, so that only the one who asked sees it. */
@Component
public class ClientCards implements SlackSurface {

    private final Accounts accounts;
    private final History history;
    private final Clients clients;
    private final InvoiceSearch search;
    private final ClientView view;
    private final TimelineView timeline;
    private final ClientChoice choice;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Afterwards afterwards;
    private final Phrases phrases;

    ClientCards(
            Accounts accounts,
            History history,
            Clients clients,
            InvoiceSearch search,
            ClientView view,
            TimelineView timeline,
            ClientChoice choice,
            SlackGateway gateway,
            Whispers whispers,
            Afterwards afterwards,
            Phrases phrases) {
        this.accounts = accounts;
        this.history = history;
        this.clients = clients;
        this.search = search;
        this.view = view;
        this.timeline = timeline;
        this.choice = choice;
        this.gateway = gateway;
        this.whispers = whispers;
        this.afterwards = afterwards;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(ClientMenu.OPEN, Role.VIEWER, this::clicked);
        gate.blockAction(Pattern.compile(Pattern.quote(TimelineView.TURN) + "[A-Z]+"), Role.VIEWER, this::turn);
    }

    /**
     * Opens the card of the client that the words name.
     *
     * @param words words of its name
     * @return what to answer instead: a choice of several, or why there is none; empty where the card was opened
     */
    public Optional<SlackMessage> open(String words, String triggerId) {
        var found = found(words);
        if (found.isEmpty()) {
            return Optional.of(SlackMessage.of(phrases.say("client.none", Map.of("words", words))));
        }
        if (found.size() > 1) {
            return Optional.of(choice.render(words, found));
        }
        return render(found.getFirst().id())
                .flatMap(card -> refusal(gateway.openView(triggerId, card)))
                .map(SlackMessage::of);
    }

    /** Opens the card for a click, over the modal in which it was. */
    public void open(ClientId client, BlockActionPayload click) {
        var card = render(client).orElse(null);
        if (card == null) {
            whispers.whisper(click, phrases.say("client.gone"));
        } else {
            show(card, click);
        }
    }

    /** Brings a card that is open up to date. */
    void refresh(ClientId client, String viewId) {
        afterwards.run(
                "Refreshing a client's card",
                () -> render(client).ifPresent(card -> gateway.updateView(viewId, null, card)));
    }

    private Optional<View> render(ClientId client) {
        return accounts.of(client).map(account -> view.render(account, history.newest(client, ClientView.NEWEST)));
    }

    /** One where the words are its whole name; of many, enough to see that there are more than can be chosen from. */
    private List<Client> found(String words) {
        var ids = search.clients(words, ClientChoice.MOST + 1);
        var byId = clients.all(ids);
        var named = byId.stream()
                .filter(client -> client.nameKey().equals(ClientWords.key(words)))
                .toList();
        return named.isEmpty()
                ? ids.stream()
                        .flatMap(
                                id -> byId.stream().filter(client -> client.id().equals(id)))
                        .toList()
                : named;
    }

    private Response clicked(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        open(new ClientId(Long.parseLong(click.getActions().getFirst().getValue())), click);
        return context.ack();
    }

    private Response turn(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var turn = Turn.of(click.getActions().getFirst().getValue());
        clients.find(turn.client()).ifPresent(client -> {
            var page = timeline.render(client, page(turn));
            if (turn.direction() == Direction.NEWEST) {
                show(page, click);
            } else {
                var shown = click.getView().getId();
                afterwards.run("Turning a page", () -> gateway.updateView(shown, null, page));
            }
        });
        return context.ack();
    }

    private HistoryPage page(Turn turn) {
        return switch (turn.direction()) {
            case NEWEST -> history.newest(turn.client(), TimelineView.SIZE);
            case NEWER -> history.newerThan(turn.client(), turn.place(), TimelineView.SIZE);
            case OLDER -> history.olderThan(turn.client(), turn.place(), TimelineView.SIZE);
        };
    }

    private void show(View modal, BlockActionPayload click) {
        var shown = Modals.isIn(click)
                ? gateway.pushView(click.getTriggerId(), modal)
                : gateway.openView(click.getTriggerId(), modal);
        refusal(shown).ifPresent(why -> whispers.whisper(click, why));
    }

    private static Optional<String> refusal(Reply<View> shown) {
        return shown instanceof Reply.Refused<View> refused
                ? Optional.of(refused.problem().sentence())
                : Optional.empty();
    }
}
