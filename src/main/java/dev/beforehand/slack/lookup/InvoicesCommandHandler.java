package dev.beforehand.slack.lookup;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.DigestOnDemand;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Permalinks;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.agreements.AgreementForms;
import dev.beforehand.slack.clients.ClientCards;
import dev.beforehand.slack.leases.AwayForm;
import dev.beforehand.slack.note.NoteAnswers;
import dev.beforehand.slack.setup.Setup;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers {@code /invoices} in its ack, so that only the asker sees it. */
@Component
class InvoicesCommandHandler implements SlackSurface {

    private final InvoiceAnswers answers;
    private final InvoiceExports exports;
    private final AgreementForms agreements;
    private final AwayForm away;
    private final DigestOnDemand digest;
    private final ClientCards cards;
    private final Setup setup;
    private final NoteAnswers notes;
    private final SlackGateway gateway;
    private final Permalinks permalinks;
    private final Afterwards afterwards;
    private final Phrases phrases;

    InvoicesCommandHandler(
            InvoiceAnswers answers,
            InvoiceExports exports,
            AgreementForms agreements,
            AwayForm away,
            DigestOnDemand digest,
            ClientCards cards,
            Setup setup,
            NoteAnswers notes,
            SlackGateway gateway,
            Permalinks permalinks,
            Afterwards afterwards,
            Phrases phrases) {
        this.answers = answers;
        this.exports = exports;
        this.agreements = agreements;
        this.away = away;
        this.cards = cards;
        this.setup = setup;
        this.notes = notes;
        this.digest = digest;
        this.gateway = gateway;
        this.permalinks = permalinks;
        this.afterwards = afterwards;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.command("/invoices", command -> parse(command).needed(), this::answer);
    }

    private static InvoicesCommand parse(SlashCommandPayload payload) {
        return InvoicesCommand.parse(payload.getText() == null ? "" : payload.getText());
    }

    private Response answer(SlashCommandRequest request, SlashCommandContext context) {
        var payload = request.getPayload();
        return switch (parse(payload)) {
            case InvoicesCommand.Agree agree ->
                agreements
                        .open(agree.agreement(), agree.words(), payload.getUserId(), payload.getTriggerId())
                        .map(context::ack)
                        .orElseGet(context::ack);
            case InvoicesCommand.Away gone ->
                away.open(payload.getUserId(), payload.getTriggerId())
                        .map(context::ack)
                        .orElseGet(context::ack);
            case InvoicesCommand.Export export -> {
                afterwards.run(
                        "/invoices export",
                        () -> exports.send(export.of(), payload.getUserId(), payload.getResponseUrl()));
                yield context.ack();
            }
            case InvoicesCommand.Setup all -> {
                setup.answer(payload.getUserId(), payload.getResponseUrl());
                yield context.ack();
            }
            case InvoicesCommand.Card card ->
                cards.open(card.words(), payload.getTriggerId())
                        .map(answer -> answer(answer, context))
                        .orElseGet(context::ack);
            case InvoicesCommand.Mute mute ->
                answer(mute.muted() ? notes.mute(payload.getUserId()) : notes.unmute(payload.getUserId()), context);
            case InvoicesCommand.Note note -> answer(notes.note(note.when(), payload.getUserId()), context);
            case InvoicesCommand.Question question -> answer(question, payload, context);
        };
    }

    private Response answer(
            InvoicesCommand.Question question, SlashCommandPayload payload, SlashCommandContext context) {
        if (question instanceof InvoicesCommand.Digest) {
            afterwards.run("/invoices digest", () -> showDigest(payload.getResponseUrl()));
        }
        return answer(answers.to(question, payload.getUserId()), context);
    }

    private static Response answer(SlackMessage answer, SlashCommandContext context) {
        return context.ack(SlashCommandResponse.builder()
                .responseType("ephemeral")
                .text(answer.text())
                .blocks(answer.blocks().isEmpty() ? null : answer.blocks())
                .build());
    }

    private void showDigest(String responseUrl) {
        var sentence = switch (digest.show()) {
            case Reply.Done<Posted> done -> upToDate(done.value());
            case Reply.Refused<Posted> refused -> refused.problem().sentence();
            case Reply.Unknown<Posted> unknown -> unknown.reason();
        };
        gateway.respond(responseUrl, SlackMessage.of(sentence), false);
    }

    private String upToDate(Posted message) {
        return permalinks
                .to(message)
                .map(link -> phrases.say("lookup.digest.done", Map.of("link", link)))
                .orElseGet(() -> phrases.say("lookup.digest.done.unlinked"));
    }
}
