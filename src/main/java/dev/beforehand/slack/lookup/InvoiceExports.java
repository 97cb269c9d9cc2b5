package dev.beforehand.slack.lookup;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.Colleague;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.invoices.LedgerExport;
import dev.beforehand.invoices.LedgerExport.Exported;
import dev.beforehand.invoices.OpenInvoices;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackFile;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.lookup.InvoicesCommand.Due;
import dev.beforehand.slack.lookup.InvoicesCommand.Lookup;
import dev.beforehand.slack.lookup.InvoicesCommand.Mine;
import dev.beforehand.slack.lookup.InvoicesCommand.Overdue;
import dev.beforehand.slack.lookup.InvoicesCommand.Question;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code /invoices export}: a file of open invoices for whoever asks, in their direct messages and nowhere else. */
@Component
class InvoiceExports {

    private static final int MOST_CLIENTS = 200;

    private final LedgerExport export;
    private final InvoiceSearch search;
    private final CurrentColleague current;
    private final Activities activities;
    private final SlackGateway gateway;
    private final Phrases phrases;
    private final Clock clock;

    InvoiceExports(
            LedgerExport export,
            InvoiceSearch search,
            CurrentColleague current,
            Activities activities,
            SlackGateway gateway,
            Phrases phrases,
            Clock clock) {
        this.export = export;
        this.search = search;
        this.current = current;
        this.activities = activities;
        this.gateway = gateway;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Writes and sends it; not within a transaction. */
    void send(Question question, String asker, String responseUrl) {
        gateway.respond(responseUrl, SlackMessage.of(send(question, current.of(asker), asker)), false);
    }

    /** @return what became of it */
    private String send(Question question, Colleague by, String asker) {
        var which = which(question, by);
        if (which.isEmpty()) {
            return phrases.say("export.no-client", Map.of("words", words(question)));
        }
        try {
            var file = Files.createTempFile("beforehand-export", ".csv");
            try {
                var exported = write(which.get(), file);
                return exported.count() == 0
                        ? phrases.say("export.none", Map.of("what", what(question)))
                        : share(question, file, exported, by, asker);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exported write(OpenInvoices which, Path file) throws IOException {
        try (var bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
            return export.write(which, bytes);
        }
    }

    private String share(Question question, Path file, Exported exported, Colleague by, String asker)
            throws IOException {
        var values = new HashMap<String, Object>(Map.of(
                "what", what(question),
                "open", Format.totals(exported.open()),
                "day", Format.dayAndYear(LocalDate.now(clock))));
        var receipt = phrases.say("export.receipt", exported.count(), values);
        var content = SlackFile.of(name(question), file);
        var reply = gateway.directMessages(asker);
        if (!(reply instanceof Reply.Done<String> channel)) {
            return notSent(reply);
        }
        var shared = gateway.share(channel.value(), receipt, List.of(content));
        if (!(shared instanceof Reply.Done<String>)) {
            return notSent(shared);
        }
        activities.record(Activity.inSlack(Kind.LEDGER_EXPORTED, by.id().value(), null, null, receipt));
        return phrases.say("export.done", exported.count(), Map.of());
    }

    private String notSent(Reply<String> reply) {
        return switch (reply) {
            case Reply.Done<String> done -> throw new IllegalArgumentException("It was sent.");
            case Reply.Refused<String> refused -> refused.problem().sentence();
            case Reply.Unknown<String> unknown -> unknown.reason();
        };
    }

    /** Empty where no client is called so. */
    private Optional<OpenInvoices> which(Question question, Colleague by) {
        return switch (question) {
            case Overdue overdue -> Optional.of(new OpenInvoices.Overdue());
            case Due due -> Optional.of(new OpenInvoices.Due(due.days()));
            case Mine mine -> Optional.of(new OpenInvoices.LookedAfterBy(by.id()));
            case Lookup lookup -> {
                var clients = search.clients(lookup.words(), MOST_CLIENTS);
                yield clients.isEmpty() ? Optional.empty() : Optional.of(new OpenInvoices.Of(clients));
            }
            default -> Optional.of(new OpenInvoices.All());
        };
    }

    private String what(Question question) {
        return switch (question) {
            case Overdue overdue -> phrases.say("export.overdue");
            case Due due -> phrases.say("export.due", due.days(), Map.of());
            case Mine mine -> phrases.say("export.mine");
            case Lookup lookup -> phrases.say("export.client", Map.of("words", Format.name(lookup.words())));
            default -> phrases.say("export.all");
        };
    }

    private static String words(Question question) {
        return question instanceof Lookup lookup ? Format.name(lookup.words()) : "";
    }

    private String name(Question question) {
        var which = switch (question) {
            case Overdue overdue -> "overdue";
            case Due due -> "due";
            case Mine mine -> "mine";
            case Lookup lookup -> "client";
            default -> "open";
        };
        return "invoices-" + which + "-" + LocalDate.now(clock) + ".csv";
    }
}
