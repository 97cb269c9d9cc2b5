package dev.beforehand.slack.capture;

import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.ClientSaid;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.checkins.Feedback;
import dev.beforehand.checkins.SlackWords;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.clients.Role;
import dev.beforehand.invoices.ClientGuess;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.checkins.FeedbackForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The message shortcut *Log as client feedback* and the form behind it. */
@Component
class LogMessageHandler implements SlackSurface {

    static final String SHORTCUT = "log_feedback";

    private final CaptureView view;
    private final ClientField clientField;
    private final ClientGuess guess;
    private final Speakers speakers;
    private final Conversations conversations;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Invoices invoices;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Phrases phrases;
    private final Clock clock;

    LogMessageHandler(
            CaptureView view,
            ClientField clientField,
            ClientGuess guess,
            Speakers speakers,
            Conversations conversations,
            Clients clients,
            Colleagues colleagues,
            Invoices invoices,
            CurrentColleague current,
            SlackGateway gateway,
            Whispers whispers,
            Phrases phrases,
            Clock clock) {
        this.view = view;
        this.clientField = clientField;
        this.guess = guess;
        this.speakers = speakers;
        this.conversations = conversations;
        this.clients = clients;
        this.colleagues = colleagues;
        this.invoices = invoices;
        this.current = current;
        this.gateway = gateway;
        this.whispers = whispers;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public void register(Gate gate) {
        gate.messageShortcut(SHORTCUT, Role.ACCOUNT_MANAGER, this::chosen);
        gate.viewSubmission(CaptureView.FORM, Role.ACCOUNT_MANAGER, this::submitted);
    }

    private Response chosen(MessageShortcutRequest request, MessageShortcutContext context) {
        var shortcut = request.getPayload();
        var source = Source.of(shortcut);
        var opened = gateway.openView(shortcut.getTriggerId(), answer(source, speakers.words(shortcut.getMessage())));
        if (opened instanceof Reply.Refused<View> refused) {
            whispers.answer(
                    shortcut.getUser().getId(),
                    shortcut.getResponseUrl(),
                    SlackMessage.of(refused.problem().sentence()));
        }
        return context.ack();
    }

    private View answer(Source source, String words) {
        var before = conversations.ofMessage(source.channel(), source.ts());
        if (before.isPresent()) {
            return before(before.get());
        }
        var link = gateway.permalinkAtOnce(source.message());
        return link instanceof Reply.Refused<String> refused
                        && refused.problem().isOfPlace()
                ? view.notice(phrases.say("capture.not-there", Map.of("channel", source.channel())))
                : view.form(source.linked(link.ifDone().orElse(null)), words, guess.in(words, ClientField.MOST));
    }

    private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var form = request.getPayload().getView();
        var fields = FormFields.of(form);
        var chosen = clientField.read(fields);
        var said = FeedbackForm.read(fields, LocalDate.now(clock), phrases);
        if (chosen instanceof ClientField.Chosen.One one && said instanceof FeedbackForm.Read.Good good) {
            var by = current.of(request.getPayload().getUser().getId());
            return context.ackWithUpdate(keep(one.client(), good.said(), Source.read(form.getPrivateMetadata()), by));
        }
        var errors = new LinkedHashMap<String, String>();
        if (chosen instanceof ClientField.Chosen.None none) {
            errors.putAll(none.errors());
        }
        if (said instanceof FeedbackForm.Read.Bad bad) {
            errors.putAll(bad.errors());
        }
        return context.ackWithErrors(errors);
    }

    private View keep(Client client, ClientSaid said, Source source, Colleague by) {
        var link = source.link() == null
                ? gateway.permalinkAtOnce(source.message()).ifDone().orElse(null)
                : source.link();
        var words = new SlackWords(source.channel(), source.ts(), speakers.name(source), link);
        return conversations
                .hear(client.id(), said, words, about(client, said), by.id())
                .map(this::before)
                .orElseGet(() -> view.noted(
                        phrases.say("capture.noted", Map.of("client", Format.name(client.name()))), client.id()));
    }

    /** The invoices that the words name; where they name none, all that the client owes. */
    private List<InvoiceId> about(Client client, ClientSaid said) {
        var named = guess.invoices(said.words(), client.id());
        return named.isEmpty()
                ? invoices.openOf(client.id(), LocalDate.now(clock)).stream()
                        .map(InvoiceLine::id)
                        .toList()
                : named;
    }

    private View before(Feedback before) {
        var client = clients.find(before.clientId()).orElseThrow();
        var sentence = phrases.say(
                "capture.before",
                Map.of(
                        "client", Format.name(client.name()),
                        "who",
                                colleagues
                                        .find(before.authorId())
                                        .map(Colleague::name)
                                        .map(Format::name)
                                        .orElse(""),
                        "when", Format.moment(before.at())));
        return view.noted(sentence, client.id());
    }
}
