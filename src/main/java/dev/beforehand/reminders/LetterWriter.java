package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.letters.Letter;
import dev.beforehand.letters.LetterModel;
import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.letters.Statement;
import dev.beforehand.letters.Wording;
import dev.beforehand.mail.Attachment;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.mail.OutgoingMail.Parties;
import dev.beforehand.mail.OutgoingMail.Words;
import dev.beforehand.reminders.Decision.Asked;
import dev.beforehand.reminders.Decision.Send;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Reminder.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letter itself: the words of its step with the client's figures, and the mail around it. */
@Component
class LetterWriter {

    /** Letters fall back to the company's language where the client's has none: this one never has. */
    private static final Locale UNKNOWN = Locale.ROOT;

    private final LetterRenderer renderer;
    private final Mailer mailer;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Invoices invoices;
    private final Observations observations;
    private final Clock clock;

    LetterWriter(
            LetterRenderer renderer,
            Mailer mailer,
            Clients clients,
            Colleagues colleagues,
            Invoices invoices,
            Observations observations,
            Clock clock) {
        this.renderer = renderer;
        this.mailer = mailer;
        this.clients = clients;
        this.colleagues = colleagues;
        this.invoices = invoices;
        this.observations = observations;
        this.clock = clock;
    }

    /** A letter that a person asks for, as it would leave now. */
    Preview.Ready preview(ClientId id, Send letter) {
        var client = clients.find(id).orElseThrow();
        var today = dateAt(client, clock.instant());
        var balances = letter.invoices().stream()
                .map(Asked::invoice)
                .collect(Collectors.toMap(Invoice::id, invoice -> invoice.balanceOn(today)));
        var step = letter.invoices().getFirst().step();
        var manager = manager(client);
        var model = model(client, manager, lines(balances), today);
        var written = renderer.render(model, new Wording(step.letter(), step.tone(), null, null));
        return new Preview.Ready(
                written, address(client.contactEmail()), manager.name(), List.copyOf(balances.keySet()));
    }

    /** A letter that waits, as it would leave, as soon as it may. */
    Preview.Ready preview(Reminder reminder) {
        var client = clients.find(reminder.client()).orElseThrow();
        var opens = reminder.hours().opens();
        var leavesOn = dateAt(client, opens.isAfter(clock.instant()) ? opens : clock.instant());
        var balances = reminder.named().stream().collect(Collectors.toMap(Named::invoice, Named::balance));
        var manager = manager(client);
        var written = letter(reminder, model(client, manager, lines(balances), leavesOn));
        return new Preview.Ready(
                written, address(client.contactEmail()), manager.name(), List.copyOf(balances.keySet()));
    }

    /** The mail of a letter that is on its way. */
    OutgoingMail mail(Departing departing) {
        var reminder = departing.letter();
        var client = departing.seen().client();
        var manager = Objects.requireNonNull(departing.seen().manager());
        var today = dateAt(client, clock.instant());
        var letter = letter(reminder, model(client, manager, lines(departing), today));
        return new OutgoingMail(
                reminder.messageId(),
                clock.instant(),
                true,
                parties(departing, client, manager),
                new Words(letter.subject(), letter.html(), letter.text(), letter.locale()),
                departing.follows(),
                client.preferences().statement() && reminder.kind() == Reminder.Kind.REMINDER
                        ? statement(client, manager, today)
                        : List.of());
    }

    private Letter letter(Reminder reminder, LetterModel model) {
        var words = reminder.words();
        return words.letter() == null
                ? renderer.thanks(model)
                : renderer.render(model, new Wording(words.letter(), words.tone(), words.subject(), words.note()));
    }

    /** All that is open, whatever the letter asks for; but nothing of which the ledger does not know any more. */
    private List<Attachment> statement(Client client, Colleague manager, LocalDate today) {
        var open = observations.whole(client.id(), Cadences.NONE, today).stream()
                .flatMap(seen -> seen.invoices().stream())
                .filter(chased -> !chased.standing().missing())
                .map(chased -> line(chased.invoice(), chased.invoice().balanceOn(today), chased.isDisputed()))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        var statement = renderer.statement(model(client, manager, open, today));
        return List.of(new Attachment(statement.subject() + ".pdf", "application/pdf", Statement.pdf(statement)));
    }

    private Parties parties(Departing departing, Client client, Colleague manager) {
        var answers = new MailAddress(address(manager.email()), manager.name());
        var replyTo = departing.replies() == null ? List.of(answers) : List.of(answers, departing.replies());
        var recipient = departing.recipient();
        return new Parties(
                mailer.sender(manager.name()),
                replyTo,
                new MailAddress(recipient, nameOf(client)),
                copies(client, recipient, departing.suspended()));
    }

    /** Each address once, and none from which mail came back. */
    private static List<MailAddress> copies(Client client, String recipient, Set<String> suspended) {
        var addresses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        client.preferences().cc().stream()
                .map(String::strip)
                .filter(MailAddress::isValid)
                .forEach(addresses::add);
        addresses.remove(recipient);
        return addresses.stream()
                .filter(address -> !suspended.contains(address.toLowerCase(Locale.ROOT)))
                .map(address -> new MailAddress(address, null))
                .toList();
    }

    private LetterModel model(Client client, Colleague manager, List<LetterModel.Line> lines, LocalDate today) {
        var preferences = client.preferences();
        return new LetterModel(
                new LetterModel.Recipient(
                        client.name(),
                        nameOf(client),
                        preferences.salutation(),
                        preferences.purchaseOrder(),
                        client.localeOr(UNKNOWN)),
                new LetterModel.Sender(manager.name(), address(manager.email()), mailer.company()),
                lines,
                today);
    }

    private static List<LetterModel.Line> lines(Departing departing) {
        var invoices = departing.seen().invoices().stream()
                .map(Chased::invoice)
                .collect(Collectors.toMap(Invoice::id, Function.identity()));
        return departing.letter().named().stream()
                .map(named -> line(Objects.requireNonNull(invoices.get(named.invoice())), named.balance(), false))
                .toList();
    }

    private List<LetterModel.Line> lines(Map<InvoiceId, Money> balances) {
        return invoices.all(balances.keySet()).stream()
                .map(InvoiceLine::invoice)
                .map(invoice -> line(invoice, Objects.requireNonNull(balances.get(invoice.id())), false))
                .toList();
    }

    private static LetterModel.Line line(Invoice invoice, Money balance, boolean disputed) {
        return new LetterModel.Line(invoice.number(), invoice.issuedOn(), invoice.dueOn(), balance, disputed);
    }

    private LocalDate dateAt(Client client, Instant moment) {
        return LocalDate.ofInstant(moment, client.zoneOr(clock.getZone()));
    }

    private Colleague manager(Client client) {
        return colleagues
                .find(Objects.requireNonNull(client.accountManagerId()))
                .orElseThrow();
    }

    private static @Nullable String nameOf(Client client) {
        var name = client.contactName();
        return name == null || name.isBlank() ? null : name.strip();
    }

    private static String address(@Nullable String email) {
        return Objects.requireNonNull(email).strip();
    }
}
