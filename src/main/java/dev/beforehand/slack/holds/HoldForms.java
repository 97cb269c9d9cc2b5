package dev.beforehand.slack.holds;

import com.slack.api.model.view.View;
import dev.beforehand.checkins.Hold;
import dev.beforehand.checkins.Holds;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.holds.HoldView.Standing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the form in which letters about an invoice, or to a client, are held back. */
@Component
public class HoldForms {

    private static final int SEEN = 50;

    private final InvoiceSearch search;
    private final Holds holds;
    private final Colleagues colleagues;
    private final HoldView view;
    private final SlackGateway gateway;
    private final Phrases phrases;
    private final Clock clock;

    HoldForms(
            InvoiceSearch search,
            Holds holds,
            Colleagues colleagues,
            HoldView view,
            SlackGateway gateway,
            Phrases phrases,
            Clock clock) {
        this.search = search;
        this.holds = holds;
        this.colleagues = colleagues;
        this.view = view;
        this.gateway = gateway;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * Opens it for what the words name.
     *
     * @param words an invoice's number, or words of a client's name
     * @return why it was not opened; empty where it was
     */
    public Optional<String> open(String words, String triggerId) {
        var today = LocalDate.now(clock);
        var lines = search.find(words, today, SEEN).lines().stream()
                .filter(line -> line.invoice().isOpenOn(today))
                .toList();
        var exact = lines.stream()
                .filter(line -> line.invoice().number().equalsIgnoreCase(words.strip()))
                .findFirst();
        if (exact.isPresent()) {
            return open(subjectOf(exact.get()), exact.get().invoice().number(), today, triggerId);
        }
        if (lines.stream().map(line -> line.invoice().clientId()).distinct().count() != 1) {
            return Optional.of(phrases.say(lines.isEmpty() ? "hold.none" : "hold.several", Map.of("words", words)));
        }
        var client = lines.getFirst();
        return open(new HoldSubject(client.invoice().clientId(), null), client.clientName(), today, triggerId);
    }

    private static HoldSubject subjectOf(InvoiceLine line) {
        return new HoldSubject(line.invoice().clientId(), line.id());
    }

    private Optional<String> open(HoldSubject subject, String what, LocalDate today, String triggerId) {
        var standing = holds.standing(subject.client(), today).stream()
                .filter(hold -> Objects.equals(hold.invoiceId(), subject.invoice()))
                .map(hold -> new Standing(hold, name(hold)))
                .toList();
        var form = view.render(subject, what, standing, today);
        return gateway.openView(triggerId, form) instanceof Reply.Refused<View> refused
                ? Optional.of(refused.problem().sentence())
                : Optional.empty();
    }

    private String name(Hold hold) {
        return colleagues.find(hold.authorId()).map(Colleague::name).orElse("");
    }
}
