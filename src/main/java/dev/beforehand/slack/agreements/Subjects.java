package dev.beforehand.slack.agreements;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientWords;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.InvoiceSearch;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.reminders.LetterHistory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what agreements are about, and what that comes to. */
@Component
public class Subjects {

    private final InvoiceSearch search;
    private final Invoices invoices;
    private final Clients clients;
    private final CheckIns checkIns;
    private final Correspondence correspondence;
    private final LetterHistory letters;
    private final Clock clock;

    Subjects(
            InvoiceSearch search,
            Invoices invoices,
            Clients clients,
            CheckIns checkIns,
            Correspondence correspondence,
            LetterHistory letters,
            Clock clock) {
        this.search = search;
        this.invoices = invoices;
        this.clients = clients;
        this.checkIns = checkIns;
        this.correspondence = correspondence;
        this.letters = letters;
        this.clock = clock;
    }

    /** What somebody's words mean. */
    sealed interface Named {

        record One(Subject subject) implements Named {}

        record Several() implements Named {}

        record None() implements Named {}
    }

    /** @param words an invoice's whole number, or words of a client's name */
    Named named(String words) {
        var number = words.strip();
        var invoice = search.find(number, today(), 1).lines().stream()
                .filter(line -> line.invoice().number().equalsIgnoreCase(number))
                .findFirst();
        if (invoice.isPresent()) {
            return new Named.One(new Subject.OfInvoice(invoice.get().id()));
        }
        var found = clients.all(search.clients(words, 2));
        var exact = found.stream()
                .filter(client -> client.nameKey().equals(ClientWords.key(words)))
                .findFirst();
        if (exact.isPresent() || found.size() == 1) {
            return new Named.One(
                    new Subject.OfClient(exact.orElseGet(found::getFirst).id()));
        }
        return found.isEmpty() ? new Named.None() : new Named.Several();
    }

    /** What it comes to now; empty where there is no such thing, or it belongs to no client. */
    public Optional<About> read(Subject subject) {
        return switch (subject) {
            case Subject.OfInvoice invoice ->
                invoices.find(invoice.id())
                        .flatMap(line -> about(subject, line.invoice().clientId(), List.of(line)));
            case Subject.OfClient client -> clients.find(client.id()).map(this::allOf);
            case Subject.OfCheckIn checkIn ->
                checkIns.find(checkIn.id())
                        .map(CheckIn::clientId)
                        .flatMap(client -> about(subject, client, invoices.all(checkIns.invoicesOf(checkIn.id()))));
            case Subject.OfMail mail -> correspondence.find(mail.id()).flatMap(incoming -> about(subject, incoming));
        };
    }

    /** All that the client owes. */
    About allOf(Client client) {
        return new About(new Subject.OfClient(client.id()), client, invoices.openOf(client.id(), today()), today());
    }

    /** Once something was agreed about a mail, that very mail was seen to. */
    public void seenTo(Subject subject, ColleagueId by) {
        if (subject instanceof Subject.OfMail mail) {
            correspondence.settle(mail.id(), State.TAKEN_UP, by);
        }
    }

    private Optional<About> about(Subject subject, ClientId client, List<InvoiceLine> lines) {
        return clients.find(client).map(found -> new About(subject, found, lines, today()));
    }

    private Optional<About> about(Subject subject, Incoming mail) {
        var client = mail.client();
        return client == null ? Optional.empty() : about(subject, client, lines(mail, client));
    }

    /** What the letter asked for that the mail answers; all that the client owes where it answers none, or that is paid. */
    private List<InvoiceLine> lines(Incoming mail, ClientId client) {
        var asked = mail.answers() == null ? List.<InvoiceId>of() : letters.asked(mail.answers());
        var lines = invoices.all(asked).stream()
                .filter(line -> line.invoice().clientId().equals(client))
                .toList();
        return lines.stream().anyMatch(line -> line.invoice().isOpenOn(today()))
                ? lines
                : invoices.openOf(client, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
