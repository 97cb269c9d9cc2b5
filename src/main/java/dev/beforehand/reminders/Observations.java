package dev.beforehand.reminders;

import dev.beforehand.calendar.CountryCalendars;
import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.OpenItems.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

    /** So many days ahead a letter leaves at the latest, where the client has holidays. */
    static final int LEAVES_WITHIN = 14;

    private final OpenItems items;
    private final PastLetters letters;
    private final Invoices invoices;
    private final Clients clients;
    private final Addressees addressees;
    private final Standings standings;
    private final CountryCalendars calendars;
    private final Standstill standstill;
    private final WorkingDays team;
    private final ReminderSettings settings;
    private final Clock clock;

    Observations(
            OpenItems items,
            PastLetters letters,
            Invoices invoices,
            Clients clients,
            Addressees addressees,
            Standings standings,
            CountryCalendars calendars,
            Standstill standstill,
            WorkingDays team,
            ReminderSettings settings,
            Clock clock) {
        this.items = items;
        this.letters = letters;
        this.invoices = invoices;
        this.clients = clients;
        this.addressees = addressees;
        this.standings = standings;
        this.calendars = calendars;
        this.standstill = standstill;
        this.team = team;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every client with an open invoice that a step may have reached, with all that is open; some thousand invoices at a time are in memory. */
    void each(Cadences cadences, LocalDate today, Consumer<Observation> consumer) {
        each(
                cadences,
                today,
                today.minusDays(cadences.lastStep() + Cadence.CATCH_UP_DAYS + StepDays.FARTHEST),
                today.plusDays(LEAVES_WITHIN + StepDays.FARTHEST - cadences.firstStep()),
                consumer);
    }

    /** Every client with an open invoice that falls due between these days, with all that is open. */
    void each(Cadences cadences, LocalDate today, LocalDate from, LocalDate to, Consumer<Observation> consumer) {
        var still = standstill.today().orElse(null);
        var page = items.after(null, today, from, to);
        while (!page.isEmpty()) {
            observed(page, cadences, still, today).forEach(consumer);
            page = items.after(page.getLast().client(), today, from, to);
        }
    }

    /** One client with all that is open; empty where nothing is. */
    Optional<Observation> whole(ClientId client, Cadences cadences, LocalDate today) {
        var rows = items.of(client, today);
        return observed(rows, cadences, standstill.today().orElse(null), today).stream()
                .findFirst();
    }

    /** One client, as far as these of its invoices are concerned; without their cadences and earlier letters, which nothing asks for. */
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
        var standing = standings.of(all, today);
        var chased = invoices.all(all).stream()
                .map(InvoiceLine::invoice)
                .collect(Collectors.groupingBy(
                        Invoice::clientId,
                        Collectors.mapping(
                                invoice -> new Chased(invoice, null, standing.of(invoice.id()), null, null, 0),
                                Collectors.toList())));
        var written = letters.writtenTo(asked.keySet(), today);
        var still = standstill.today().orElse(null);
        var known = addressees.of(clients.all(asked.keySet()));
        return known.clients().stream()
                .collect(Collectors.toMap(
                        Client::id,
                        client -> observed(
                                client,
                                known,
                                written.contains(client.id()),
                                null,
                                still,
                                chased.getOrDefault(client.id(), List.of()))));
    }

    private List<Observation> observed(List<Row> rows, Cadences cadences, @Nullable Reason still, LocalDate today) {
        var standing = standings.of(rows.stream().map(row -> row.invoice().id()).toList(), today);
        var byClient = rows.stream().collect(Collectors.groupingBy(Row::client));
        var known = addressees.of(clients.all(byClient.keySet()).stream()
                .sorted(Comparator.comparingLong(client -> client.id().value()))
                .toList());
        var observations = new ArrayList<Observation>();
        for (var client : known.clients()) {
            var ofClient = byClient.getOrDefault(client.id(), List.of());
            var first = ofClient.getFirst();
            var lastLetter = first.lastLetter() == null
                    ? null
                    : LocalDate.ofInstant(first.lastLetter(), client.zoneOr(clock.getZone()));
            var chased = chased(client, ofClient, cadences, standing, today);
            observations.add(observed(client, known, first.writtenToday(), lastLetter, still, chased));
        }
        return observations;
    }

    private static List<Chased> chased(
            Client client, List<Row> rows, Cadences cadences, Standings.Of standing, LocalDate today) {
        var owed = rows.stream().map(row -> row.invoice().balanceOn(today)).collect(Totals.summing());
        return rows.stream()
                .map(row -> new Chased(
                        row.invoice(),
                        cadence(cadences, client, row.invoice(), owed),
                        standing.of(row.invoice().id()),
                        row.lastStep(),
                        row.heldBack(),
                        row.letters()))
                .toList();
    }

    private static @Nullable Cadence cadence(Cadences cadences, Client client, Invoice invoice, Totals owed) {
        return cadences.serving(
                        client.tag(), client.country(), owed.in(invoice.total().getCurrencyUnit()))
                .orElse(null);
    }

    private Observation observed(
            Client client,
            Addressees.Of known,
            boolean writtenToday,
            @Nullable LocalDate lastLetter,
            @Nullable Reason still,
            List<Chased> chased) {
        return new Observation(
                client,
                known.managers().get(client.id()),
                known.of(client),
                known.waiting().contains(client.id()),
                writtenToday,
                lastLetter,
                still,
                new StepDays(
                        settings.mornings(
                                team,
                                clock.getZone(),
                                calendars.of(client.country(), client.region()),
                                client.zoneOr(clock.getZone())),
                        client.preferences().payRun()),
                client.zoneOr(clock.getZone()),
                chased);
    }
}
