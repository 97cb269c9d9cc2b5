package dev.beforehand.slack.people;

import dev.beforehand.clients.AccessRequest;
import dev.beforehand.clients.AccessRequests;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The question about somebody's role, in the direct messages of each finance lead, with what came of it. */
@Component
class AccessCards implements CardKind {

    private static final String SUBJECT = "access:";

    private final AccessRequests requests;
    private final AccessBlocks blocks;
    private final Colleagues colleagues;
    private final FinanceLeads leads;
    private final Cards cards;
    private final Afterwards afterwards;

    AccessCards(
            AccessRequests requests,
            AccessBlocks blocks,
            Colleagues colleagues,
            FinanceLeads leads,
            Cards cards,
            Afterwards afterwards) {
        this.requests = requests;
        this.blocks = blocks;
        this.colleagues = colleagues;
        this.leads = leads;
        this.cards = cards;
        this.afterwards = afterwards;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    /** The direct messages of the lead who is asked. */
    @Override
    public Optional<Place> place(String subject) {
        return Optional.of(new Place(subject.substring(subject.lastIndexOf(':') + 1), null));
    }

    @Override
    public SlackMessage render(String subject) {
        var id = subject.substring(SUBJECT.length(), subject.lastIndexOf(':'));
        var request = requests.find(new AccessRequest.Id(Long.parseLong(id))).orElseThrow();
        return blocks.message(request, decider(request));
    }

    /** Asks those who have not been asked, and shows everybody what it is now. */
    void show(AccessRequest.Id id) {
        afterwards.run(
                "Asking the finance leads about a role",
                () -> leads.ids().forEach(lead -> cards.show(SUBJECT + id + ":" + lead)));
    }

    /** The name of whoever has decided. */
    String decider(AccessRequest request) {
        return Format.name(Optional.ofNullable(request.decidedBy())
                .flatMap(colleagues::find)
                .map(Colleague::name)
                .orElse(""));
    }
}
