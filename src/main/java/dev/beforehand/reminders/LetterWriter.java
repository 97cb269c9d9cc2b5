package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.letters.LetterModel;
import dev.beforehand.letters.LetterRenderer;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.mail.OutgoingMail.Parties;
import dev.beforehand.mail.OutgoingMail.Words;
import dev.beforehand.reminders.Reminder.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letter itself: the words of its step with the client's figures, and the mail around it. */
@Component
class LetterWriter {

    /** A thread of letters longer than this is followed by nobody. */
    private static final int REFERENCES = 10;

    /** Letters fall back to the company's language where the client's has none: this one never has. */
    private static final Locale UNKNOWN = Locale.ROOT;

    private final LetterRenderer renderer;
    private final Mailer mailer;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Invoices invoices;
    private final PastLetters letters;
    private final Clock clock;

    LetterWriter(
            LetterRenderer renderer,
            Mailer mailer,
            Clients clients,
            Colleagues colleagues,
            Invoices invoices,
            PastLetters letters,
            Clock clock) {
        this.renderer = renderer;
        this.mailer = mailer;
        this.clients = clients;
        this.colleagues = colleagues;
        this.invoices = invoices;
        this.letters = letters;
        this.clock = clock;
    }

    /** @param balances what is asked for on each invoice */
    Preview.Ready preview(ClientId id, int step, Map<InvoiceId, Money> balances) {
        var client = clients.find(id).orElseThrow();
        var manager = manager(client);
        return new Preview.Ready(
                renderer.render(model(client, manager, balances), step),
                address(client.contactEmail()),
                manager.name(),
                List.copyOf(balances.keySet()));
    }

    /** The mail of a letter that is on its way. */
    OutgoingMail mail(Reminder reminder) {
        var client = clients.find(reminder.client()).orElseThrow();
        var manager = manager(client);
        var named = reminder.named();
        var balances = named.stream().collect(Collectors.toMap(Named::invoice, Named::balance));
        var letter = renderer.render(model(client, manager, balances), reminder.step());
        return new OutgoingMail(
                reminder.messageId(),
                clock.instant(),
                true,
                parties(reminder, client, manager),
                new Words(letter.subject(), letter.html(), letter.text(), letter.locale()),
                letters.sentAbout(balances.keySet(), REFERENCES),
                List.of());
    }

    private Parties parties(Reminder reminder, Client client, Colleague manager) {
        var name = oneLine(manager.name());
        return new Parties(
                mailer.sender(name),
                List.of(new MailAddress(address(manager.email()), name)),
                new MailAddress(address(reminder.recipient()), nameOf(client)),
                List.of());
    }

    private LetterModel model(Client client, Colleague manager, Map<InvoiceId, Money> balances) {
        var preferences = client.preferences();
        return new LetterModel(
                new LetterModel.Recipient(
                        client.name(),
                        nameOf(client),
                        preferences.salutation(),
                        preferences.purchaseOrder(),
                        client.localeOr(UNKNOWN)),
                new LetterModel.Sender(manager.name(), address(manager.email()), mailer.company()),
                lines(balances),
                LocalDate.now(clock));
    }

    private List<LetterModel.Line> lines(Map<InvoiceId, Money> balances) {
        return invoices.all(balances.keySet()).stream()
                .map(InvoiceLine::invoice)
                .map(invoice -> new LetterModel.Line(
                        invoice.number(),
                        invoice.issuedOn(),
                        invoice.dueOn(),
                        Objects.requireNonNull(balances.get(invoice.id()))))
                .toList();
    }

    private Colleague manager(Client client) {
        return colleagues
                .find(Objects.requireNonNull(client.accountManagerId()))
                .orElseThrow();
    }

    private static @Nullable String nameOf(Client client) {
        var name = client.contactName();
        return name == null || name.isBlank() ? null : oneLine(name);
    }

    /** Names come from files; one with a line break in it must not keep a letter from leaving. */
    private static String oneLine(String name) {
        return name.strip().replaceAll("[\\s\\p{Cntrl}\u2028\u2029]+", " ");
    }

    private static String address(@Nullable String email) {
        return Objects.requireNonNull(email).strip();
    }
}
