package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.PaidInvoices.Paid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Plans the thank-yous: one a client and day for all that it has paid since it was reminded, in the mode of its cadence.
 * None for what was written off or credited, none where the client or its cadence does without, and none while the client
 * waits for an answer or letters to it are on hold.
 */
@Component
class ThanksPlanning {

    /** A thank-you that comes later than this is odd. */
    private static final int DAYS = 7;

    /** So many clients are looked at together: few enough for one question to the database. */
    private static final int BATCH = 200;

    private final PaidInvoices paid;
    private final CadencesInForce cadences;
    private final Observations observations;
    private final Postbox postbox;
    private final ReminderSettings settings;

    ThanksPlanning(
            PaidInvoices paid,
            CadencesInForce cadences,
            Observations observations,
            Postbox postbox,
            ReminderSettings settings) {
        this.paid = paid;
        this.cadences = cadences;
        this.observations = observations;
        this.postbox = postbox;
        this.settings = settings;
    }

    /** @return whether nothing kept back all letters in the meantime */
    boolean plan(LocalDate day, Instant notBefore) {
        var free = true;
        var byClient = paid.between(day.minusDays(DAYS), day).stream()
                .collect(Collectors.groupingBy(
                        each -> each.invoice().clientId(), LinkedHashMap::new, Collectors.toList()));
        var some = new LinkedHashMap<ClientId, List<Paid>>();
        for (var client : byClient.entrySet()) {
            some.put(client.getKey(), client.getValue());
            if (some.size() == BATCH) {
                free &= plan(some, day, notBefore);
                some.clear();
            }
        }
        return plan(some, day, notBefore) && free;
    }

    private boolean plan(Map<ClientId, List<Paid>> byClient, LocalDate day, Instant notBefore) {
        var seen = observations.of(ids(byClient), day);
        byClient.forEach((client, all) -> thank(Objects.requireNonNull(seen.get(client)), all, day, notBefore));
        return seen.values().stream().allMatch(each -> each.standstill() == null);
    }

    private void thank(Observation seen, List<Paid> all, LocalDate day, Instant notBefore) {
        var invoices = new ArrayList<Invoice>();
        var modes = new ArrayList<Mode>();
        for (var each : all) {
            var cadence = cadence(each, seen.client());
            if (cadence.map(Cadence::thanks).orElse(true) && Obstacles.notThanked(each.invoice(), seen, day) == null) {
                invoices.add(each.invoice());
                modes.add(cadence.map(Cadence::mode).orElse(Mode.VETO));
            }
        }
        if (!invoices.isEmpty()) {
            postbox.thank(seen.client().id(), invoices, day, settings.opening(seen, notBefore), Collections.min(modes));
        }
    }

    /** That of its last letter; where a person wrote that, the one that serves the client. */
    private Optional<Cadence> cadence(Paid each, Client client) {
        var inForce = cadences.current();
        return Optional.ofNullable(each.cadence())
                .flatMap(inForce::named)
                .or(() -> inForce.serving(
                        client.tag(), client.country(), each.invoice().total()));
    }

    private static Map<ClientId, List<InvoiceId>> ids(Map<ClientId, List<Paid>> invoices) {
        return invoices.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(each -> each.invoice().id())
                                .toList()));
    }
}
