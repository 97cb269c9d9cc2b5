package dev.beforehand.slack.leases;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Leases;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.agreements.AgreementForms;
import dev.beforehand.slack.checkins.CheckInTitles;
import dev.beforehand.slack.checkins.ClaimedMenu;
import dev.beforehand.slack.leases.HandOverView.Held;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The menu of a check-in that somebody has, and the form in which they hand it over or give it back. */
@Component
class HandOverForm implements SlackSurface {

    private final Leases leases;
    private final CheckIns checkIns;
    private final CheckInTitles titles;
    private final HandOverView view;
    private final HandingWords words;
    private final Holders holders;
    private final AgreementForms agreements;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Afterwards afterwards;
    private final Whispers whispers;
    private final Phrases phrases;

    HandOverForm(
            Leases leases,
            CheckIns checkIns,
            CheckInTitles titles,
            HandOverView view,
            HandingWords words,
            Holders holders,
            AgreementForms agreements,
            CurrentColleague current,
            SlackGateway gateway,
            Afterwards afterwards,
            Whispers whispers,
            Phrases phrases) {
        this.leases = leases;
        this.checkIns = checkIns;
        this.titles = titles;
        this.view = view;
        this.words = words;
        this.holders = holders;
        this.agreements = agreements;
        this.current = current;
        this.gateway = gateway;
        this.afterwards = afterwards;
        this.whispers = whispers;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(ClaimedMenu.MENU, Role.ACCOUNT_MANAGER, this::chosen);
        gate.blockAction(HandOverView.GIVE_BACK, Role.ACCOUNT_MANAGER, this::giveBack);
        gate.viewSubmission(HandOverView.FORM, Role.ACCOUNT_MANAGER, this::handOver);
    }

    private Response chosen(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        ClaimedMenu.toHandOver(click.getActions().getFirst().getSelectedOption().getValue())
                .ifPresentOrElse(id -> open(id, click), () -> agreements.chosen(click));
        return context.ack();
    }

    /** Opens the form for whoever may decide. */
    void open(CheckInId id, BlockActionPayload click) {
        var user = click.getUser().getId();
        var checkIn = checkIns.find(id)
                .filter(found -> found.state() == State.CLAIMED)
                .orElse(null);
        if (checkIn == null) {
            whispers.whisper(click, words.overtaken(id));
        } else if (!holders.isLead(user)
                && !leases.mayDecide(id, current.of(user).id())) {
            whispers.whisper(click, words.notTheirs(id));
        } else if (gateway.openView(click.getTriggerId(), form(checkIn)) instanceof Reply.Refused<View> refused) {
            whispers.whisper(click, refused.problem().sentence());
        }
    }

    private View form(CheckIn checkIn) {
        return view.render(
                new Held(checkIn.id(), Objects.requireNonNull(checkIn.claimedBy())), titles.title(checkIn.id()));
    }

    private Response handOver(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var form = request.getPayload().getView();
        var user = request.getPayload().getUser().getId();
        var held = Held.of(form.getPrivateMetadata());
        var to = FormFields.of(form).user(HandOverView.TO);
        if (to == null) {
            return refused(context, phrases.say("handover.error.nobody"));
        }
        if (!holders.mayHold(to)) {
            return refused(context, phrases.say("lease.refused.no-role"));
        }
        var receiver = current.of(to);
        var by = current.of(user).id();
        var handing = leases.handOver(held.checkIn(), held.holder(), receiver.id(), by, holders.isLead(user));
        return words.refusal(handing, held.checkIn())
                .map(why -> refused(context, why))
                .orElseGet(() -> context.ackWithUpdate(view.notice(phrases.say(
                        "handover.done",
                        Map.of("who", words.name(receiver.id()), "client", titles.client(held.checkIn()))))));
    }

    private Response giveBack(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var user = click.getUser().getId();
        var held = Held.of(click.getActions().getFirst().getValue());
        var handing =
                leases.giveBack(held.checkIn(), held.holder(), current.of(user).id(), holders.isLead(user));
        var sentence = words.refusal(handing, held.checkIn())
                .orElseGet(() -> phrases.say("handover.given-back", Map.of("client", titles.client(held.checkIn()))));
        var shown = click.getView().getId();
        afterwards.run("Showing what was given back", () -> gateway.updateView(shown, null, view.notice(sentence)));
        return context.ack();
    }

    private static Response refused(ViewSubmissionContext context, String why) {
        return context.ackWithErrors(Map.of(HandOverView.TO, why));
    }
}
