package dev.beforehand.slack.leases;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders 'Still on it?', each question with its three answers or what came of it. */
@Component
class LeaseQuestionBlocks {

    /** So many, of two blocks each, stay below the 50 that Slack takes. */
    static final int MOST = 20;

    static final String KEEP = "lease:keep";
    static final String HAND_OVER = "lease:hand-over";
    static final String GIVE_BACK = "lease:give-back";

    private static final String BETWEEN = " ";

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

    /** @param questions no more than {@link #MOST} */
    SlackMessage message(List<LeaseQuestion> questions) {
        var waiting = questions.stream().filter(LeaseQuestion::waits).toList();
        boolean allAreLast = waiting.stream().allMatch(LeaseQuestion::isLast);
        var blocks = new ArrayList<LayoutBlock>();
        if (!waiting.isEmpty()) {
            blocks.add(head(waiting));
        }
        for (var question : questions) {
            if (question.waits()) {
                blocks.add(text(title(question, question.isLast() && !allAreLast)));
                blocks.add(answers(question, waiting.size() == 1 ? "primary" : null));
            } else {
                blocks.add(text(titles.title(question.checkInId()) + "\n" + outcome(question)));
            }
        }
        if (!waiting.isEmpty()) {
            blocks.add(note(waiting, allAreLast));
        }
        return new SlackMessage(headline(questions), blocks);
    }

    /** The questions that a message asks. */
    static Set<Long> asked(SlackMessage message) {
        return message.blocks().stream()
                .filter(ActionsBlock.class::isInstance)
                .flatMap(actions -> ((ActionsBlock) actions).getElements().stream())
                .filter(ButtonElement.class::isInstance)
                .map(ButtonElement.class::cast)
                .filter(button -> KEEP.equals(button.getActionId()))
                .flatMap(button -> questions(button.getValue()))
                .collect(toSet());
    }

    /** Those that a button is about. */
    static Stream<Long> questions(String value) {
        return Stream.of(value.split(BETWEEN)).map(Long::valueOf);
    }

    private String headline(List<LeaseQuestion> questions) {
        var client = titles.client(questions.getFirst().checkInId());
        return phrases.say("lease.headline", questions.size(), Map.of("client", client));
    }

    private LayoutBlock head(List<LeaseQuestion> waiting) {
        var text = phrases.say("lease.head", waiting.size(), Map.of());
        return waiting.size() == 1
                ? text(text)
                : section(s -> s.text(markdownText(text)).accessory(button(KEEP, "keep-all", waiting, "primary")));
    }

    /** @param last whether others in the message are asked again */
    private String title(LeaseQuestion question, boolean last) {
        return phrases.say(
                "lease.question",
                Map.of(
                        "title", titles.title(question.checkInId()),
                        "link", link(question),
                        "who", holder(question),
                        "last", last));
    }

    private LayoutBlock answers(LeaseQuestion question, @Nullable String style) {
        var about = List.of(question);
        return actions(List.of(
                button(KEEP, "keep", about, style),
                button(HAND_OVER, "hand-over", about, null),
                button(GIVE_BACK, "give-back", about, null)));
    }

    private LayoutBlock note(List<LeaseQuestion> waiting, boolean allAreLast) {
        var note = allAreLast
                ? phrases.say("lease.note.last", waiting.size(), Map.of())
                : phrases.say(waiting.stream().anyMatch(LeaseQuestion::isLast) ? "lease.note.others" : "lease.note");
        return context(List.of(markdownText(note)));
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

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }

    private ButtonElement button(String action, String phrase, List<LeaseQuestion> about, @Nullable String style) {
        return BlockElements.button(b -> b.actionId(action)
                .text(plainText(phrases.say("lease.button." + phrase)))
                .style(style)
                .value(about.stream()
                        .map(question -> Long.toString(question.id()))
                        .collect(joining(BETWEEN))));
    }
}
