package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.PaidInvoices.Paid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Plans the thank-yous: one a client and day for all that it has paid since it was reminded. None for what was written off
 * or credited, and none where the client or its cadence does without.
 */
@Component
class ThanksPlanning {

    /** A thank-you that comes later than this is odd. */
    private static final int DAYS = 7;

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

    void plan(LocalDate day, Instant notBefore) {
        var inForce = cadences.current();
        var byClient = paid.between(day.minusDays(DAYS), day).stream()
                .filter(each -> isThanked(each, inForce))
                .map(Paid::invoice)
                .collect(Collectors.groupingBy(Invoice::clientId, LinkedHashMap::new, Collectors.toList()));
        var seen = observations.of(ids(byClient), day);
        byClient.forEach((client, invoices) -> {
            var observation = Objects.requireNonNull(seen.get(client));
            if (Obstacles.unaddressed(observation) == null) {
                postbox.thank(client, invoices, day, settings.opening(observation, notBefore));
            }
        });
    }

    private static boolean isThanked(Paid paid, Cadences cadences) {
        return paid.cadence() == null
                || cadences.named(paid.cadence()).map(Cadence::thanks).orElse(true);
    }

    private static Map<ClientId, List<InvoiceId>> ids(Map<ClientId, List<Invoice>> invoices) {
        return invoices.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Invoice::id).toList()));
    }
}
