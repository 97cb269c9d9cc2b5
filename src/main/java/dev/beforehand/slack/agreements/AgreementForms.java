package dev.beforehand.slack.agreements;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.agreements.AgreementMenu.Wish;
import dev.beforehand.slack.clients.ClientCards;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens the forms of agreements, for a click or for {@code /invoices promise|dispute|hold}. */
@Component
public class AgreementForms implements SlackSurface {

    private final Subjects subjects;
    private final PromiseForm promises;
    private final DisputeForm disputes;
    private final HoldForm holds;
    private final ClientCards cards;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Phrases phrases;

    AgreementForms(
            Subjects subjects,
            PromiseForm promises,
            DisputeForm disputes,
            HoldForm holds,
            ClientCards cards,
            SlackGateway gateway,
            Whispers whispers,
            Phrases phrases) {
        this.subjects = subjects;
        this.promises = promises;
        this.disputes = disputes;
        this.holds = holds;
        this.cards = cards;
        this.gateway = gateway;
        this.whispers = whispers;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(AgreementMenu.BUTTONS, Role.ACCOUNT_MANAGER, this::clicked);
        gate.blockAction(AgreementMenu.MENU, Role.ACCOUNT_MANAGER, this::chosen);
    }

    /**
     * Opens a form about what the words name.
     *
     * @param words an invoice's number, or words of a client's name
     * @param asker the Slack user id of whoever asks
     * @return why it was not opened; empty where it was
     */
    public Optional<String> open(Agreement agreement, String words, String asker, String triggerId) {
        return switch (subjects.named(words)) {
            case Subjects.Named.One one ->
                open(new Wish(agreement, one.subject()), asker, form -> gateway.openView(triggerId, form));
            case Subjects.Named.Several several ->
                Optional.of(phrases.say("agreement.several", Map.of("words", words)));
            case Subjects.Named.None none -> Optional.of(phrases.say("agreement.none", Map.of("words", words)));
        };
    }

    private Response clicked(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        open(Wish.of(click.getActions().getFirst().getValue()), click);
        return context.ack();
    }

    private Response chosen(BlockActionRequest request, ActionContext context) {
        chosen(request.getPayload());
        return context.ack();
    }

    /** Opens what was chosen among {@link AgreementMenu#options}. */
    public void chosen(BlockActionPayload click) {
        var choice = click.getActions().getFirst().getSelectedOption().getValue();
        AgreementMenu.cardOf(choice).ifPresentOrElse(of -> openCard(of, click), () -> open(Wish.of(choice), click));
    }

    private void openCard(Subject of, BlockActionPayload click) {
        subjects.read(of)
                .ifPresentOrElse(
                        about -> cards.open(about.clientId(), click),
                        () -> whispers.whisper(click, phrases.say("agreement.gone")));
    }

    private void open(Wish wish, BlockActionPayload click) {
        open(wish, click.getUser().getId(), form -> show(form, click)).ifPresent(why -> whispers.whisper(click, why));
    }

    /** Over the modal in which the click was, if it was in one. */
    private Reply<View> show(View form, BlockActionPayload click) {
        return click.getView() == null
                ? gateway.openView(click.getTriggerId(), form)
                : gateway.pushView(click.getTriggerId(), form);
    }

    private Optional<String> open(Wish wish, String asker, Function<View, Reply<View>> opener) {
        var about = subjects.read(wish.subject()).orElse(null);
        if (about == null) {
            return Optional.of(phrases.say("agreement.gone"));
        }
        var form = switch (wish.agreement()) {
            case PROMISE -> promises.of(about);
            case DISPUTE -> disputes.of(about, asker);
            case HOLD -> holds.of(about);
        };
        return form.map(view -> opened(opener.apply(view)))
                .orElseGet(() -> Optional.of(phrases.say("agreement.nothing-open")));
    }

    private static Optional<String> opened(Reply<View> shown) {
        return shown instanceof Reply.Refused<View> refused
                ? Optional.of(refused.problem().sentence())
                : Optional.empty();
    }
}
