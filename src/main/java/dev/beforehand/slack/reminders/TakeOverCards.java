package dev.beforehand.slack.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.letters.Phrases;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.reminders.TakeOver;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says once that a client has had all its letters about its oldest invoice, and that a person takes over. */
@Component
public class TakeOverCards implements CardKind {

    private static final String SUBJECT = "take-over:";

    private static final int NAMED = 5;

    private final Reminders reminders;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Invoices invoices;
    private final TodaysDigest digest;
    private final SlackPosts posts;
    private final Phrases phrases;
    private final Clock clock;

    TakeOverCards(
            Reminders reminders,
            Clients clients,
            Colleagues colleagues,
            Invoices invoices,
            TodaysDigest digest,
            SlackPosts posts,
            Phrases phrases,
            Clock clock) {
        this.reminders = reminders;
        this.clients = clients;
        this.colleagues = colleagues;
        this.invoices = invoices;
        this.digest = digest;
        this.posts = posts;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    @Override
    public Optional<Place> place(String subject) {
        return posts.find(subject).isEmpty() && takeOver(subject).isPresent() ? digest.thread() : Optional.empty();
    }

    @Override
    public SlackMessage render(String subject) {
        return message(takeOver(subject).orElseThrow());
    }

    @Override
    public Optional<ClientId> client(String subject) {
        return Optional.of(subject.substring(SUBJECT.length()).split(":")[0])
                .map(id -> new ClientId(Long.parseLong(id)));
    }

    /** The subjects of those of that day that were not said yet. */
    public List<String> unsaid(LocalDate day) {
        return reminders.takeOvers(day).stream()
                .map(TakeOverCards::subject)
                .filter(subject -> posts.find(subject).isEmpty())
                .toList();
    }

    private Optional<TakeOver> takeOver(String subject) {
        return reminders.takeOvers(LocalDate.now(clock)).stream()
                .filter(takeOver -> subject(takeOver).equals(subject))
                .findFirst();
    }

    private SlackMessage message(TakeOver takeOver) {
        var today = LocalDate.now(clock);
        var client = clients.find(takeOver.client()).orElseThrow();
        var lines = invoices.all(takeOver.invoices());
        var values = new HashMap<String, Object>();
        values.put("client", Format.name(client.name()));
        values.put("numbers", numbers(lines));
        values.put("balance", Format.totals(balance(lines, today)));
        values.put("manager", manager(client));
        return SlackMessage.of(phrases.say("reminder.take-over", values));
    }

    private String numbers(List<InvoiceLine> lines) {
        var named = lines.stream()
                .limit(NAMED)
                .map(line -> Format.name(line.invoice().number()))
                .collect(Collectors.joining(", "));
        var more = lines.size() - NAMED;
        return more > 0 ? phrases.say("digest.and-more", more, Map.of("names", named)) : named;
    }

    private static Totals balance(List<InvoiceLine> lines, LocalDate today) {
        return lines.stream().map(line -> line.invoice().balanceOn(today)).collect(Totals.summing());
    }

    private Object manager(Client client) {
        return client.accountManagerId() == null
                ? false
                : colleagues
                        .find(client.accountManagerId())
                        .map(Colleague::name)
                        .<Object>map(Format::name)
                        .orElse(false);
    }

    private static String subject(TakeOver takeOver) {
        return SUBJECT + takeOver.client() + ":" + takeOver.invoices().getFirst();
    }
}
