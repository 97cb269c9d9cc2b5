package dev.beforehand.slack.clients;

import dev.beforehand.accounts.Account;
import dev.beforehand.accounts.Account.Age;
import dev.beforehand.accounts.Account.Balance;
import dev.beforehand.accounts.Account.Disputed;
import dev.beforehand.accounts.Account.Held;
import dev.beforehand.accounts.Account.Planned;
import dev.beforehand.accounts.Account.Promised;
import dev.beforehand.accounts.Account.Suspension;
import dev.beforehand.accounts.First;
import dev.beforehand.accounts.Habit;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a client's card says of people, money and agreements; pure. */
@Component
class AccountLines {

    private static final int LONGEST_REASON = 150;
    private static final int MOST_CURRENCIES = 10;

    private final Phrases phrases;

    AccountLines(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Who gets the letters, and who looks after the client. */
    List<String> people(Account account) {
        var client = account.client();
        var lines = new ArrayList<String>();
        if (client.contactEmail() == null) {
            lines.add(phrases.say("client.no-contact"));
        } else {
            var name = client.contactName();
            lines.add(address("client.contact", name, client.contactEmail(), account));
        }
        client.preferences().cc().forEach(address -> lines.add(address("client.copy", null, address, account)));
        var manager = account.accountManager();
        lines.add(
                manager == null
                        ? phrases.say("card.no-account-manager")
                        : phrases.say("card.account-manager", Map.of("name", Format.name(manager))));
        place(account).ifPresent(lines::add);
        return lines;
    }

    private String address(String key, @Nullable String name, String address, Account account) {
        var suspension = account.unreachable().get(address.strip().toLowerCase(Locale.ROOT));
        return phrases.say(
                key,
                Map.of(
                        "name", name == null ? false : Format.name(name),
                        "address", Format.cut(address, 254),
                        "suspended", suspension == null ? false : suspended(suspension)));
    }

    private String suspended(Suspension suspension) {
        return suspension.until() == null
                ? phrases.say("client.suspended")
                : phrases.say("client.paused", Map.of("until", Format.moment(suspension.until())));
    }

    private Optional<String> place(Account account) {
        var client = account.client();
        var known = Stream.of(client.country(), client.timeZone(), client.tag())
                .flatMap(Stream::ofNullable)
                .filter(each -> !each.isBlank())
                .map(Format::name)
                .collect(Collectors.joining(" · "));
        return known.isEmpty() ? Optional.empty() : Optional.of(phrases.say("client.place", Map.of("known", known)));
    }

    /** One line a currency: what is owed in several cannot be added. */
    List<String> balances(Account account) {
        var balances = account.balances();
        if (balances.isEmpty()) {
            return List.of(phrases.say("client.nothing-open"));
        }
        var lines = new ArrayList<>(
                balances.stream().limit(MOST_CURRENCIES).map(this::balance).toList());
        addMore(lines, "client.more-currencies", balances.size() - MOST_CURRENCIES);
        return lines;
    }

    private String balance(Balance balance) {
        var ages = new TreeMap<>(balance.byAge())
                .entrySet().stream()
                        .map(each -> age(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(" · "));
        return phrases.say(
                "client.balance", balance.invoices(), Map.of("total", Format.money(balance.total()), "ages", ages));
    }

    private String age(Age age, Money amount) {
        return phrases.say("client.age." + age, Map.of("amount", Format.money(amount)));
    }

    /** Of a client that was hardly met yet, nothing. */
    Optional<String> habit(Account account) {
        return Optional.ofNullable(account.habit()).map(this::habit);
    }

    private String habit(Habit habit) {
        var payments = Map.of("payments", habit.payments());
        if (habit.days() == 0) {
            return phrases.say("client.habit.on-time", payments);
        }
        return habit.days() > 0
                ? phrases.say("client.habit.late", habit.days(), payments)
                : phrases.say("client.habit.early", -habit.days(), payments);
    }

    List<String> agreed(Account account) {
        var lines = new ArrayList<String>();
        add(lines, "client.more-disputes", account.disputes(), this::dispute);
        add(lines, "client.more-promises", account.promises(), this::promise);
        add(lines, "client.more-plans", account.plans(), this::plan);
        add(lines, "client.more-holds", account.holds(), this::hold);
        return lines.isEmpty() ? List.of(phrases.say("client.nothing-agreed")) : lines;
    }

    private <T> void add(List<String> lines, String more, First<T> first, Function<T, String> line) {
        first.shown().stream().map(line).forEach(lines::add);
        addMore(lines, more, first.more());
    }

    private void addMore(List<String> lines, String key, int more) {
        if (more > 0) {
            lines.add(phrases.say(key, more, Map.of()));
        }
    }

    private String promise(Promised promise) {
        return phrases.say(
                "client.promise",
                promise.invoices(),
                Map.of(
                        "amount", Format.money(promise.amount()),
                        "by", Format.dayAndYear(promise.by()),
                        "who", Format.name(promise.author()),
                        "when", Format.moment(promise.at())));
    }

    private String plan(Planned plan) {
        var values = new HashMap<String, Object>(Map.of(
                "total", Format.money(plan.total()),
                "instalments", plan.instalments(),
                "last", Format.dayAndYear(plan.last()),
                "by", Format.name(plan.proposedBy())));
        if (plan.approvedBy() == null) {
            return phrases.say("client.plan.proposed", values);
        }
        values.put("approved", Format.name(plan.approvedBy()));
        return phrases.say("client.plan.approved", values);
    }

    private String dispute(Disputed dispute) {
        return phrases.say(
                "client.dispute",
                Map.of(
                        "number", Format.name(dispute.invoice()),
                        "problem", phrases.say("feedback.problem." + dispute.reason()),
                        "owner", Format.name(dispute.owner()),
                        "when", Format.moment(dispute.since())));
    }

    private String hold(Held hold) {
        return phrases.say(
                "client.hold",
                Map.of(
                        "number", hold.invoice() == null ? false : Format.name(hold.invoice()),
                        "until", Format.dayAndYear(hold.until()),
                        "who", Format.name(hold.by()),
                        "reason", Format.cut(hold.reason(), LONGEST_REASON)));
    }
}
