package dev.beforehand.slack.leases;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.checkins.CameBack;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.CheckInsHandedOver;
import dev.beforehand.clients.Absence;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.DirectMessages;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.Turn;
import dev.beforehand.slack.checkins.CheckInButtons;
import dev.beforehand.slack.checkins.CheckInCards;
import dev.beforehand.slack.checkins.CheckInTitles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells people what is theirs now, written down with the change; and the cards of a client whose account manager leaves. */
@Component
class HandoverNews {

    private static final int LISTED = 20;

    private final CheckIns checkIns;
    private final CheckInTitles titles;
    private final CheckInButtons buttons;
    private final Colleagues colleagues;
    private final DirectMessages messages;
    private final Cards cards;
    private final Phrases phrases;
    private final Clock clock;

    HandoverNews(
            CheckIns checkIns,
            CheckInTitles titles,
            CheckInButtons buttons,
            Colleagues colleagues,
            DirectMessages messages,
            Cards cards,
            Phrases phrases,
            Clock clock) {
        this.checkIns = checkIns;
        this.titles = titles;
        this.buttons = buttons;
        this.colleagues = colleagues;
        this.messages = messages;
        this.cards = cards;
        this.phrases = phrases;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void handedOver(CheckInsHandedOver event) {
        var absence = event.absence();
        tell(event.to(), () -> list(first(event), event));
        if (absence != null) {
            showAway(absence);
        }
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void back(CameBack event) {
        var absence = event.absence();
        tell(
                absence.backupId(),
                () -> SlackMessage.of(phrases.say("away.news.back", Map.of("who", name(absence.colleagueId())))));
        showAway(absence);
    }

    private void showAway(Absence absence) {
        var open = checkIns.openOf(absence.colleagueId());
        cards.show(open.stream().map(CheckInCards::subject).toList(), Turn.LATER);
    }

    private String first(CheckInsHandedOver event) {
        return event.absence() == null
                ? phrases.say("handover.news", Map.of("who", name(event.by())))
                : standIn(event.absence(), event.checkIns().isEmpty());
    }

    private String standIn(Absence absence, boolean nothing) {
        return phrases.say(
                "away.news",
                Map.of(
                        "who",
                        name(absence.colleagueId()),
                        "backOn",
                        Format.day(absence.backOn(), LocalDate.now(clock)),
                        "nothing",
                        nothing));
    }

    /** With a button for each that serves whatever becomes of it. */
    private SlackMessage list(String first, CheckInsHandedOver event) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(s -> s.text(markdownText(first))));
        event.checkIns().stream().limit(LISTED).map(this::line).forEach(blocks::add);
        int more = event.checkIns().size() - LISTED;
        if (more > 0) {
            blocks.add(section(s -> s.text(markdownText(phrases.say("handover.more", more, Map.of())))));
        }
        return new SlackMessage(first, blocks);
    }

    private LayoutBlock line(CheckInId id) {
        return section(s -> s.text(markdownText(titles.title(id))).accessory(buttons.feedback(id)));
    }

    private void tell(ColleagueId colleague, Supplier<SlackMessage> message) {
        colleagues.find(colleague).map(Colleague::slackUserId).ifPresent(person -> messages.send(person, message));
    }

    private String name(ColleagueId id) {
        return colleagues.find(id).map(Colleague::name).map(Format::name).orElseThrow();
    }
}
