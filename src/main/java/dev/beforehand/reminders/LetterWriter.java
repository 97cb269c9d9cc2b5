package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.correspondence.Correspondence;
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
import dev.beforehand.reminders.Reminder.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final Correspondence correspondence;
    private final Clock clock;

    LetterWriter(
            LetterRenderer renderer,
            Mailer mailer,
            Clients clients,
            Colleagues colleagues,
            Invoices invoices,
            PastLetters letters,
            Correspondence correspondence,
            Clock clock) {
        this.renderer = renderer;
        this.mailer = mailer;
        this.clients = clients;
        this.colleagues = colleagues;
        this.invoices = invoices;
        this.letters = letters;
        this.correspondence = correspondence;
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

    /** A letter that waits, as it would leave now. */
    Preview.Ready preview(Reminder reminder) {
        var client = clients.find(reminder.client()).orElseThrow();
        var manager = manager(client);
        var balances = balances(reminder);
        return new Preview.Ready(
                letter(reminder, model(client, manager, balances)),
                address(client.contactEmail()),
                manager.name(),
                List.copyOf(balances.keySet()));
    }

    /** The mail of a letter that is on its way. */
    OutgoingMail mail(Reminder reminder) {
        var client = clients.find(reminder.client()).orElseThrow();
        var manager = manager(client);
        var balances = balances(reminder);
        var model = model(client, manager, balances);
        var letter = letter(reminder, model);
        return new OutgoingMail(
                reminder.messageId(),
                clock.instant(),
                true,
                parties(reminder, client, manager),
                new Words(letter.subject(), letter.html(), letter.text(), letter.locale()),
                letters.sentAbout(balances.keySet(), REFERENCES),
                client.preferences().statement() && reminder.kind() == Reminder.Kind.REMINDER
                        ? List.of(statement(model))
                        : List.of());
    }

    private Letter letter(Reminder reminder, LetterModel model) {
        if (reminder.kind() == Reminder.Kind.THANKS) {
            return renderer.thanks(model);
        }
        var words = reminder.words();
        if (words.letter() == null && words.subject() == null && words.note() == null) {
            return renderer.render(model, reminder.step());
        }
        var letter = words.letter() == null ? nameOf(reminder.step()) : words.letter();
        return renderer.render(model, new Wording(letter, words.tone(), words.subject(), words.note()));
    }

    /** Where there is no letter of this name, the nearest one is taken. */
    private static String nameOf(int step) {
        return step == 0 ? "due-today" : step < 0 ? "due-in-" + -step : "overdue-" + step;
    }

    private Attachment statement(LetterModel model) {
        var statement = renderer.statement(model);
        return new Attachment(oneLine(statement.subject()) + ".pdf", "application/pdf", Statement.pdf(statement));
    }

    private static Map<InvoiceId, Money> balances(Reminder reminder) {
        return reminder.named().stream().collect(Collectors.toMap(Named::invoice, Named::balance));
    }

    private Parties parties(Reminder reminder, Client client, Colleague manager) {
        var name = oneLine(manager.name());
        var replyTo = new ArrayList<>(List.of(new MailAddress(address(manager.email()), name)));
        correspondence.replyTo(reminder.messageId()).ifPresent(replyTo::add);
        return new Parties(
                mailer.sender(name),
                replyTo,
                new MailAddress(address(reminder.recipient()), nameOf(client)),
                client.preferences().cc().stream()
                        .map(String::strip)
                        .filter(MailAddress::isValid)
                        .map(address -> new MailAddress(address, null))
                        .toList());
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
