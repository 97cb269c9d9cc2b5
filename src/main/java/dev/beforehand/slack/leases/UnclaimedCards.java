package dev.beforehand.slack.leases;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInChanged;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.Turn;
import dev.beforehand.slack.checkins.CheckInButtons;
import dev.beforehand.slack.checkins.CheckInTitles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/** What nobody has claimed and is due soon: one message a morning in the direct messages of each finance lead. */
@Component
class UnclaimedCards implements CardKind {

    private static final String SUBJECT = "unclaimed:";
    private static final int LISTED = 20;

    private final CheckIns checkIns;
    private final CheckInTitles titles;
    private final CheckInButtons buttons;
    private final Colleagues colleagues;
    private final FinanceLeads leads;
    private final Cards cards;
    private final SlackPosts posts;
    private final TransactionOperations transactions;
    private final Phrases phrases;

    UnclaimedCards(
            CheckIns checkIns,
            CheckInTitles titles,
            CheckInButtons buttons,
            Colleagues colleagues,
            FinanceLeads leads,
            Cards cards,
            SlackPosts posts,
            TransactionOperations transactions,
            Phrases phrases) {
        this.checkIns = checkIns;
        this.titles = titles;
        this.buttons = buttons;
        this.colleagues = colleagues;
        this.leads = leads;
        this.cards = cards;
        this.posts = posts;
        this.transactions = transactions;
        this.phrases = phrases;
    }

    /**
     * Where there is nobody to tell, it is told on another day. Not within a transaction: Slack may be asked who the finance
     * leads are.
     */
    void tell(LocalDate day) {
        var told = leads.ids();
        if (!told.isEmpty()) {
            transactions.executeWithoutResult(transaction -> {
                if (checkIns.escalate(day)) {
                    told.forEach(lead -> cards.show(SUBJECT + day + ":" + lead));
                }
            });
        }
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(CheckInChanged event) {
        checkIns.find(event.checkIn())
                .map(CheckIn::escalatedOn)
                .ifPresent(day -> cards.show(posts.subjects(SUBJECT + day + ":"), Turn.LATER));
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    /** The direct messages of the lead; what was claimed before it was posted is not told. */
    @Override
    public Optional<Place> place(String subject) {
        return posts.find(subject).isPresent() || escalated(subject).stream().anyMatch(UnclaimedCards::isOpen)
                ? Optional.of(new Place(subject.substring(subject.lastIndexOf(':') + 1), null))
                : Optional.empty();
    }

    @Override
    public SlackMessage render(String subject) {
        var all = escalated(subject);
        var headline =
                headline((int) all.stream().filter(UnclaimedCards::isOpen).count());
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(headline));
        all.stream().limit(LISTED).map(this::line).forEach(blocks::add);
        if (all.size() > LISTED) {
            blocks.add(text(phrases.say("unclaimed.more", all.size() - LISTED, Map.of())));
        }
        return new SlackMessage(headline, blocks);
    }

    private List<CheckIn> escalated(String subject) {
        var day = LocalDate.parse(subject.substring(SUBJECT.length(), subject.lastIndexOf(':')));
        return checkIns.escalatedOn(day).stream()
                .flatMap(id -> checkIns.find(id).stream())
                .toList();
    }

    private String headline(int open) {
        return open == 0 ? phrases.say("unclaimed.none") : phrases.say("unclaimed.headline", open, Map.of());
    }

    private LayoutBlock line(CheckIn checkIn) {
        var title = titles.title(checkIn.id());
        return isOpen(checkIn)
                ? section(s -> s.text(markdownText(title)).accessory(buttons.claim(checkIn.id())))
                : text(title + "\n"
                        + phrases.say("unclaimed.state." + checkIn.state(), Map.of("who", holder(checkIn))));
    }

    private String holder(CheckIn checkIn) {
        return Optional.ofNullable(checkIn.claimedBy())
                .flatMap(colleagues::find)
                .map(Colleague::name)
                .map(Format::name)
                .orElse("");
    }

    private static boolean isOpen(CheckIn checkIn) {
        return checkIn.state() == State.OPEN;
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(s -> s.text(markdownText(mrkdwn)));
    }
}
