package dev.beforehand.reminders;

import dev.beforehand.checkins.Conversations;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.plans.Plans;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.StepsInReach.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the policy needs to know: of all clients with a step in reach, or of one client. */
@Component
class Observations {

    private final StepsInReach steps;
    private final PastLetters letters;
    private final Invoices invoices;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Plans plans;
    private final Conversations conversations;

    Observations(
            StepsInReach steps,
            PastLetters letters,
            Invoices invoices,
            Clients clients,
            Colleagues colleagues,
            Plans plans,
            Conversations conversations) {
        this.steps = steps;
        this.letters = letters;
        this.invoices = invoices;
        this.clients = clients;
        this.colleagues = colleagues;
        this.plans = plans;
        this.conversations = conversations;
    }

    /** Every client with an open invoice whose step of today is not written yet; some thousand invoices at a time are in memory. */
    void each(LocalDate today, Consumer<Observation> consumer) {
        var page = steps.after(null, today);
        while (!page.isEmpty()) {
            observed(page, today).forEach(consumer);
            page = steps.after(page.getLast().client(), today);
        }
    }

    /** One client, as far as these of its invoices are concerned. */
    Observation of(ClientId id, Collection<InvoiceId> asked, LocalDate today) {
        var found = of(Map.of(id, List.copyOf(asked)), today).get(id);
        if (found == null) {
            throw new IllegalArgumentException("There is no client " + id + ".");
        }
        return found;
    }

    /** Several clients, each as far as these of its invoices are concerned; without those that there are not. */
    Map<ClientId, Observation> of(Map<ClientId, List<InvoiceId>> asked, LocalDate today) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        var all = asked.values().stream().flatMap(List::stream).toList();
        var lastSteps = letters.lastSteps(all);
        var standing = standing(all, today);
        var chased = invoices.all(all).stream()
                .map(InvoiceLine::invoice)
                .collect(Collectors.groupingBy(
                        Invoice::clientId,
                        Collectors.mapping(
                                invoice -> standing.of(invoice, lastSteps.get(invoice.id())), Collectors.toList())));
        var written = letters.writtenTo(asked.keySet(), today);
        var managers = new HashMap<ColleagueId, Optional<Colleague>>();
        return clients.all(asked.keySet()).stream()
                .collect(Collectors.toMap(
                        Client::id,
                        client -> new Observation(
                                client.id(),
                                client.name(),
                                manager(client, managers),
                                isAddress(client.contactEmail()),
                                written.contains(client.id()),
                                chased.getOrDefault(client.id(), List.of()))));
    }

    static boolean isAddress(@Nullable String email) {
        return email != null && MailAddress.isValid(email.strip());
    }

    private List<Observation> observed(List<Row> rows, LocalDate today) {
        var standing = standing(rows.stream().map(row -> row.invoice().id()).toList(), today);
        var byClient = new LinkedHashMap<ClientId, List<Row>>();
        rows.forEach(row -> byClient.computeIfAbsent(row.client(), client -> new ArrayList<>())
                .add(row));
        return byClient.values().stream()
                .map(ofClient -> observed(ofClient, standing))
                .toList();
    }

    private static Observation observed(List<Row> rows, Standing standing) {
        var first = rows.getFirst();
        return new Observation(
                first.client(),
                first.clientName(),
                isAddress(first.managerEmail()) ? first.managerName() : null,
                isAddress(first.contactEmail()),
                first.writtenToday(),
                rows.stream()
                        .map(row -> standing.of(row.invoice(), row.lastStep()))
                        .toList());
    }

    private @Nullable String manager(Client client, Map<ColleagueId, Optional<Colleague>> known) {
        return client.accountManagerId() == null
                ? null
                : known.computeIfAbsent(client.accountManagerId(), colleagues::find)
                        .filter(colleague -> isAddress(colleague.email()))
                        .map(Colleague::name)
                        .orElse(null);
    }

    private Standing standing(Collection<InvoiceId> asked, LocalDate today) {
        return new Standing(
                invoices.missing(asked),
                conversations.inDispute(asked),
                plans.covered(asked),
                conversations.promisedOn(today, asked));
    }

    /** What was agreed or said about some invoices. */
    private record Standing(
            Collection<InvoiceId> missing,
            Collection<InvoiceId> problems,
            Collection<InvoiceId> onPlans,
            Map<InvoiceId, LocalDate> promised) {

        Chased of(Invoice invoice, @Nullable Integer lastStep) {
            return new Chased(
                    invoice,
                    missing.contains(invoice.id()),
                    problems.contains(invoice.id()),
                    onPlans.contains(invoice.id()),
                    promised.get(invoice.id()),
                    lastStep);
        }
    }
}
