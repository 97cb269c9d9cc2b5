package dev.beforehand.slack.clients;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.accounts.Account;
import dev.beforehand.accounts.Accounts;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientPreferences;
import dev.beforehand.clients.Edited;
import dev.beforehand.clients.PreferenceField;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Opens the form of a client's preferences over its card, and saves what was changed in it. */
@Component
class PreferencesForm implements SlackSurface {

    private final Accounts accounts;
    private final ClientPreferences preferences;
    private final PreferencesView view;
    private final PreferencesReader reader;
    private final PreferenceLines lines;
    private final ClientCards cards;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Modals modals;
    private final Phrases phrases;

    PreferencesForm(
            Accounts accounts,
            ClientPreferences preferences,
            PreferencesView view,
            PreferencesReader reader,
            PreferenceLines lines,
            ClientCards cards,
            CurrentColleague current,
            SlackGateway gateway,
            Whispers whispers,
            Modals modals,
            Phrases phrases) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.view = view;
        this.reader = reader;
        this.lines = lines;
        this.cards = cards;
        this.current = current;
        this.gateway = gateway;
        this.whispers = whispers;
        this.modals = modals;
        this.phrases = phrases;
    }

    /** What the form showed, so that it overwrites nothing that somebody else saved meanwhile. */
    record Seen(ClientId client, String card, Map<PreferenceField, Integer> fingerprints) {

        static Seen of(Account account, String card) {
            var fingerprints = new EnumMap<PreferenceField, Integer>(PreferenceField.class);
            PreferencesView.fields(account)
                    .forEach(field -> fingerprints.put(field, field.fingerprint(account.client())));
            return new Seen(account.client().id(), card, fingerprints);
        }

        /** @param value as {@link #value} wrote it */
        static Seen read(String value) {
            var parts = value.split(" ");
            var fingerprints = new EnumMap<PreferenceField, Integer>(PreferenceField.class);
            for (int i = 2; i < parts.length; i++) {
                var field = parts[i].split("=", 2);
                fingerprints.put(PreferenceField.valueOf(field[0]), Integer.valueOf(field[1]));
            }
            return new Seen(new ClientId(Long.parseLong(parts[0])), parts[1], fingerprints);
        }

        String value() {
            return fingerprints.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining(" ", client + " " + card + " ", ""));
        }
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(ClientView.EDIT, Role.ACCOUNT_MANAGER, this::open);
        gate.viewSubmission(PreferencesView.FORM, Role.ACCOUNT_MANAGER, this::save);
    }

    private Response open(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var client = new ClientId(Long.parseLong(click.getActions().getFirst().getValue()));
        var form = accounts.of(client)
                .map(account -> view.render(account, click.getView().getId()))
                .orElseGet(() -> modals.notice("client", phrases.say("client.gone")));
        if (gateway.pushView(click.getTriggerId(), form) instanceof Reply.Refused<View> refused) {
            whispers.whisper(click, refused.problem().sentence());
        }
        return context.ack();
    }

    private Response save(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var payload = request.getPayload();
        var seen = Seen.read(payload.getView().getPrivateMetadata());
        var read = reader.read(
                FormFields.of(payload.getView()), seen.fingerprints().keySet());
        if (!read.errors().isEmpty()) {
            return context.ackWithErrors(read.errors());
        }
        var by = current.of(payload.getUser().getId()).id();
        return switch (preferences.edit(seen.client(), seen.fingerprints(), read.wanted(), by)) {
            case Edited.Saved saved -> {
                cards.refresh(seen.client(), seen.card());
                yield context.ack();
            }
            case Edited.Overtaken overtaken -> context.ackWithErrors(overtaken(overtaken));
            case Edited.Unknown unknown -> refused(context, phrases.say("client.gone"));
        };
    }

    private Map<String, String> overtaken(Edited.Overtaken overtaken) {
        return overtaken.fields().stream()
                .collect(Collectors.toMap(
                        PreferenceField::name,
                        field -> phrases.say(
                                "client.error.overtaken",
                                Map.of("now", lines.value(field, field.of(overtaken.now()))))));
    }

    private static Response refused(ViewSubmissionContext context, String sentence) {
        return context.ackWithErrors(Map.of(PreferenceField.LANGUAGE.name(), sentence));
    }
}
