package dev.beforehand.slack.lookup;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.invoices.Found;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.agreements.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invoices that were found, as cards. */
@Component
class InvoiceBlocks {

    private final AgreementMenu agreements;
    private final Phrases phrases;

    InvoiceBlocks(AgreementMenu agreements, Phrases phrases) {
        this.agreements = agreements;
        this.phrases = phrases;
    }

    /** @param heading says what was found, and how many */
    SlackMessage render(String heading, Found found, LocalDate today) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(s -> s.text(markdownText("*" + heading + "*"))));
        for (var line : found.lines()) {
            blocks.add(divider());
            blocks.add(card(line, today));
        }
        if (found.more() > 0) {
            blocks.add(divider());
            blocks.add(context(List.of(markdownText(more(found)))));
        }
        return new SlackMessage(heading, blocks);
    }

    private LayoutBlock card(InvoiceLine line, LocalDate today) {
        var invoice = line.invoice();
        var text = new StringBuilder(phrases.say(
                        "lookup.card",
                        Map.of("number", Format.name(invoice.number()), "client", Format.name(line.clientName()))))
                .append('\n')
                .append(state(invoice, today))
                .append('\n')
                .append(manager(line));
        if (!invoice.isOpenOn(today)) {
            return section(s -> s.text(markdownText(text.toString())));
        }
        if (invoice.disputed()) {
            text.append('\n').append(phrases.say("lookup.disputed"));
        }
        if (!line.reachable()) {
            text.append('\n').append(phrases.say("lookup.unreachable"));
        }
        return section(s ->
                s.text(markdownText(text.toString())).accessory(agreements.about(new Subject.OfInvoice(line.id()))));
    }

    private String state(Invoice invoice, LocalDate today) {
        var values = Map.of(
                "balance", Format.money(invoice.balanceOn(today)),
                "total", Format.money(invoice.total()),
                "due", Format.day(invoice.dueOn(), today),
                "issued", Format.day(invoice.issuedOn(), today),
                "closed", Format.day(invoice.openUntil(), today));
        if (today.isBefore(invoice.issuedOn())) {
            return phrases.say("lookup.state.future", values);
        }
        if (!invoice.isOpenOn(today)) {
            return phrases.say(invoice.closedBy() == ClosedBy.VOID ? "lookup.state.void" : "lookup.state.paid", values);
        }
        long late = invoice.daysLateOn(today);
        if (late == 0) {
            return phrases.say("lookup.state.today", values);
        }
        return late > 0
                ? phrases.say("lookup.state.late", late, values)
                : phrases.say("lookup.state.early", -late, values);
    }

    private String manager(InvoiceLine line) {
        return line.accountManagerName() == null
                ? phrases.say("lookup.manager.none")
                : phrases.say("lookup.manager", Map.of("name", Format.name(line.accountManagerName())));
    }

    private String more(Found found) {
        return phrases.say(
                found.total() < Found.COUNTED ? "lookup.more" : "lookup.more.atleast", found.more(), Map.of());
    }
}
