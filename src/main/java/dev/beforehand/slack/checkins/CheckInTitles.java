package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.slack.Format;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** A check-in in one line: with whom it is, what they owe and when the first of it is due. */
@Component
public class CheckInTitles {

    private final CheckIns checkIns;
    private final Clients clients;
    private final Invoices invoices;
    private final Phrases phrases;
    private final Clock clock;

    CheckInTitles(CheckIns checkIns, Clients clients, Invoices invoices, Phrases phrases, Clock clock) {
        this.checkIns = checkIns;
        this.clients = clients;
        this.invoices = invoices;
        this.phrases = phrases;
        this.clock = clock;
    }

    public String title(CheckInId id) {
        var today = LocalDate.now(clock);
        var open = invoices.all(checkIns.invoicesOf(id)).stream()
                .map(InvoiceLine::invoice)
                .filter(invoice -> invoice.isOpenOn(today))
                .toList();
        var values = new HashMap<String, Object>();
        values.put("client", client(id));
        values.put(
                "balance",
                open.isEmpty()
                        ? false
                        : Format.totals(open.stream()
                                .map(invoice -> invoice.balanceOn(today))
                                .collect(Totals.summing())));
        values.put(
                "due",
                open.stream()
                        .map(Invoice::dueOn)
                        .min(LocalDate::compareTo)
                        .map(due -> Format.day(due, today))
                        .orElse(""));
        return phrases.say("lease.title", values);
    }

    /** With whom it is. */
    public String client(CheckInId id) {
        return checkIns.find(id)
                .flatMap(checkIn -> clients.find(checkIn.clientId()))
                .map(Client::name)
                .map(Format::name)
                .orElseThrow();
    }
}
