package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.checkins.Dispute;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Holds;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.Absences;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.Plans;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.checkins.CheckInCard.Away;
import dev.beforehand.slack.checkins.CheckInCard.Back;
import dev.beforehand.slack.checkins.CheckInCard.Disputed;
import dev.beforehand.slack.checkins.CheckInCard.Item;
import dev.beforehand.slack.checkins.CheckInCard.Letter;
import dev.beforehand.slack.checkins.CheckInCard.OnHold;
import dev.beforehand.slack.checkins.CheckInCard.Plan;
import dev.beforehand.slack.checkins.CheckInCard.Promised;
import dev.beforehand.slack.checkins.CheckInCard.Said;
import dev.beforehand.slack.checkins.CheckInCard.Standing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a check-in's card whole from the database. */
@Component
class CheckInCardReader {

    private final CheckIns checkIns;
    private final Conversations conversations;
    private final Disputes disputes;
    private final Promises promises;
    private final Holds holds;
    private final Invoices invoices;
    private final Plans plans;
    private final Reminders reminders;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Absences absences;
    private final Clock clock;

    CheckInCardReader(
            CheckIns checkIns,
            Conversations conversations,
            Disputes disputes,
            Promises promises,
            Holds holds,
            Invoices invoices,
            Plans plans,
            Reminders reminders,
            Clients clients,
            Colleagues colleagues,
            Absences absences,
            Clock clock) {
        this.checkIns = checkIns;
        this.conversations = conversations;
        this.disputes = disputes;
        this.promises = promises;
        this.holds = holds;
        this.invoices = invoices;
        this.plans = plans;
        this.reminders = reminders;
        this.clients = clients;
        this.colleagues = colleagues;
        this.absences = absences;
        this.clock = clock;
    }

    /** The card as of now; empty where there is no such check-in. */
    Optional<CheckInCard> read(CheckInId id) {
        return checkIns.find(id).map(this::card);
    }

    /** Whom the check-in is with. */
    Optional<String> client(CheckInId id) {
        return checkIns.find(id)
                .flatMap(checkIn -> clients.find(checkIn.clientId()))
                .map(Client::name);
    }

    private CheckInCard card(CheckIn checkIn) {
        var client = clients.find(checkIn.clientId()).orElseThrow();
        var named = checkIns.invoicesOf(checkIn.id());
        var today = LocalDate.now(clock);
        return new CheckInCard(
                checkIn.id(),
                today,
                client.name(),
                name(client.accountManagerId()),
                away(client.accountManagerId(), today),
                client.contactEmail() != null,
                items(named, today),
                checkIn.state(),
                name(checkIn.claimedBy()),
                checkIn.claimedAt(),
                name(checkIn.handedBy()),
                back(checkIn),
                checkIn.outcome(),
                checkIn.closedAt(),
                said(checkIn.id()),
                disputes.newest(named).map(this::disputed).orElse(null),
                promises.about(named).stream()
                        .map(promise -> new Promised(promise.money(), promise.promisedOn()))
                        .toList(),
                holds(checkIn.clientId(), named, today),
                plans(named),
                reminders
                        .newestAbout(named)
                        .map(letter -> new Letter(
                                letter.state(),
                                name(letter.requestedBy()),
                                name(letter.decidedBy()),
                                letter.changedAt()))
                        .orElse(null));
    }

    private @Nullable Away away(@Nullable ColleagueId colleague, LocalDate today) {
        return Optional.ofNullable(colleague)
                .flatMap(id -> absences.of(id, today))
                .map(absence -> new Away(absence.backOn(), knownName(absences.inPlaceOf(absence.colleagueId(), today))))
                .orElse(null);
    }

    private @Nullable Back back(CheckIn checkIn) {
        var how = checkIn.letGo();
        return how == null
                ? null
                : new Back(
                        how,
                        knownName(Objects.requireNonNull(checkIn.letGoBy())),
                        Objects.requireNonNull(checkIn.letGoAt()));
    }

    private List<Item> items(Collection<InvoiceId> named, LocalDate today) {
        return invoices.all(named).stream()
                .map(line -> line.invoice())
                .map(invoice ->
                        new Item(invoice.number(), invoice.dueOn(), invoice.balanceOn(today), standing(invoice, today)))
                .toList();
    }

    private static Standing standing(Invoice invoice, LocalDate today) {
        if (invoice.isOpenOn(today)) {
            return Standing.OPEN;
        }
        return invoice.closedBy() == ClosedBy.VOID ? Standing.VOID : Standing.PAID;
    }

    private List<Said> said(CheckInId id) {
        return conversations.of(id).stream()
                .map(said -> new Said(said.words(), said.mood(), said.problem(), knownName(said.authorId()), said.at()))
                .toList();
    }

    private Disputed disputed(Dispute dispute) {
        var resolver = dispute.resolvedBy();
        var resolvedAt = dispute.resolvedAt();
        return new Disputed(
                dispute.reason(),
                knownName(dispute.ownerId()),
                knownName(resolver == null ? dispute.openedBy() : resolver),
                resolvedAt == null ? dispute.openedAt() : resolvedAt,
                dispute.resolution());
    }

    private List<OnHold> holds(ClientId client, Collection<InvoiceId> named, LocalDate today) {
        return holds.standing(client, today).stream()
                .filter(hold -> hold.invoiceId() == null || named.contains(hold.invoiceId()))
                .map(hold ->
                        new OnHold(number(hold.invoiceId()), hold.untilOn(), hold.reason(), knownName(hold.authorId())))
                .toList();
    }

    private @Nullable String number(@Nullable InvoiceId invoice) {
        return invoice == null
                ? null
                : invoices.find(invoice).map(line -> line.invoice().number()).orElseThrow();
    }

    private List<Plan> plans(Collection<InvoiceId> named) {
        var newest = new LinkedHashMap<CurrencyUnit, PaymentPlan>();
        plans.over(named).forEach(plan -> newest.putIfAbsent(plan.currency(), plan));
        return newest.values().stream()
                .map(plan -> new Plan(plan.money(), plan.instalments().size(), plan.state(), name(plan.decidedBy())))
                .toList();
    }

    private @Nullable String name(@Nullable ColleagueId id) {
        return id == null ? null : knownName(id);
    }

    private String knownName(ColleagueId id) {
        return colleagues.find(id).map(Colleague::name).orElseThrow();
    }
}
