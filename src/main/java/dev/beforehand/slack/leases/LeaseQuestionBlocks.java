package dev.beforehand.slack.leases;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.LeaseQuestion;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Permalinks;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.checkins.CheckInCards;
import dev.beforehand.slack.checkins.CheckInTitles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders 'Still on it?' with its three answers, or what came of it. */
@Component
class LeaseQuestionBlocks {

    static final String KEEP = "lease:keep";
    static final String HAND_OVER = "lease:hand-over";
    static final String GIVE_BACK = "lease:give-back";

    private final CheckInTitles titles;
    private final CheckInCards cards;
    private final Colleagues colleagues;
    private final CheckIns checkIns;
    private final Permalinks permalinks;
    private final Phrases phrases;

    LeaseQuestionBlocks(
            CheckInTitles titles,
            CheckInCards cards,
            Colleagues colleagues,
            CheckIns checkIns,
            Permalinks permalinks,
            Phrases phrases) {
        this.titles = titles;
        this.cards = cards;
        this.colleagues = colleagues;
        this.checkIns = checkIns;
        this.permalinks = permalinks;
        this.phrases = phrases;
    }

    SlackMessage message(LeaseQuestion question) {
        var headline = phrases.say("lease.headline", Map.of("client", titles.client(question.checkInId())));
        var title = titles.title(question.checkInId());
        if (question.answer() != null) {
            var outcome = title + "\n" + outcome(question);
            return new SlackMessage(headline, List.of(section(s -> s.text(markdownText(outcome)))));
        }
        var text = phrases.say("lease.question", Map.of("title", title, "who", holder(question)));
        var note = phrases.say(question.isLast() ? "lease.note.last" : "lease.note", Map.of("link", link(question)));
        return new SlackMessage(
                headline,
                List.of(
                        section(s -> s.text(markdownText(text))),
                        actions(List.of(
                                button(KEEP, question, "primary"),
                                button(HAND_OVER, question, null),
                                button(GIVE_BACK, question, null))),
                        context(List.of(markdownText(note)))));
    }

    private String outcome(LeaseQuestion question) {
        var values = new HashMap<String, Object>();
        values.put("who", question.answeredBy() == null ? false : name(question.answeredBy()));
        values.put("when", question.answeredAt() == null ? "" : Format.moment(question.answeredAt()));
        return phrases.say("lease.answer." + question.answer(), values);
    }

    /** The name of the holder where somebody else is asked. */
    private Object holder(LeaseQuestion question) {
        return checkIns.find(question.checkInId())
                .map(CheckIn::claimedBy)
                .filter(holder -> !holder.equals(question.askedOf()))
                .<Object>map(this::name)
                .orElse(false);
    }

    private Object link(LeaseQuestion question) {
        return cards.post(question.checkInId())
                .flatMap(permalinks::to)
                .<Object>map(link -> link)
                .orElse(false);
    }

    private String name(ColleagueId id) {
        return colleagues.find(id).map(Colleague::name).map(Format::name).orElseThrow();
    }

    private ButtonElement button(String action, LeaseQuestion question, @Nullable String style) {
        return BlockElements.button(b -> b.actionId(action)
                .text(plainText(phrases.say("lease.button." + action.substring("lease:".length()))))
                .style(style)
                .value(Long.toString(question.id())));
    }
}
