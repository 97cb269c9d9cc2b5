package dev.beforehand.slack.clients;

import dev.beforehand.accounts.Account;
import dev.beforehand.accounts.Account.Age;
import dev.beforehand.accounts.Account.Balance;
import dev.beforehand.accounts.Account.Disputed;
import dev.beforehand.accounts.Account.Edit;
import dev.beforehand.accounts.Account.Held;
import dev.beforehand.accounts.Account.Planned;
import dev.beforehand.accounts.Account.Promised;
import dev.beforehand.accounts.Account.Suspension;
import dev.beforehand.accounts.First;
import dev.beforehand.accounts.Habit;
import dev.beforehand.accounts.HistoryPage;
import dev.beforehand.accounts.HistoryPage.Event;
import dev.beforehand.accounts.HistoryPage.Place;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.PreferenceField;
import dev.beforehand.clients.Preferences;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Modals;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Clients as their cards are tested with, and the views that show them. */
final class ClientFixture {

    static final LocalDate DAY = LocalDate.of(2013, 6, 17);
    static final Instant MORNING = Instant.parse("2013-06-17T07:30:00Z");
    static final String HOSTILE = "<!channel> *Long* & Winding Holdings <@U0> 😀 \n".repeat(30);

    static final Phrases PHRASES = Phrases.packaged();
    static final PreferenceLines PREFERENCES = new PreferenceLines(PHRASES);
    static final TimelineLines LINES = new TimelineLines(PHRASES, PREFERENCES);
    static final TimelineView TIMELINE = new TimelineView(LINES, new Modals(PHRASES), PHRASES);
    static final ClientView CARD =
            new ClientView(new AccountLines(PHRASES), PREFERENCES, LINES, TIMELINE, new Modals(PHRASES), PHRASES);
    static final PreferencesView FORM = new PreferencesView(PREFERENCES, new Modals(PHRASES), PHRASES);

    private ClientFixture() {}

    static Account ordinary() {
        return new Account(
                client(
                        "Isar AG",
                        "Petra Weiss",
                        "petra.weiss@isar.example",
                        "DE",
                        "by",
                        new Preferences(
                                "books@isar.example",
                                DayOfWeek.THURSDAY,
                                "PO-77",
                                false,
                                true,
                                "Sehr geehrte Frau Weiss",
                                true)),
                DAY,
                "Ana Ruiz",
                Map.of("books@isar.example", new Suspension(null)),
                Map.of(
                        PreferenceField.LANGUAGE, new Edit("en", "Ana Ruiz", MORNING),
                        PreferenceField.SALUTATION, new Edit(null, "Ben Okafor", MORNING)),
                List.of(
                        balance(CurrencyUnit.EUR, 5, Map.of(Age.NOT_DUE, "3000.00", Age.UP_TO_30, "250.50")),
                        balance(CurrencyUnit.USD, 1, Map.of(Age.OVER_90, "120.00"))),
                new Habit(6, 14),
                first(new Promised(Money.parse("EUR 250.50"), DAY.plusDays(4), 2, "Ana Ruiz", MORNING)),
                first(new Planned(Money.parse("EUR 900.00"), 3, DAY.plusDays(60), "Ana Ruiz", "Dana Lindqvist")),
                first(new Disputed("INV-1042", "QUALITY", "Ben Okafor", MORNING)),
                first(new Held(null, DAY.plusDays(7), "They merge with another company", "Ana Ruiz")));
    }

    /** A client that was met for the first time. */
    static Account unknown() {
        return new Account(
                client(
                        "Nobody Ltd",
                        null,
                        null,
                        null,
                        null,
                        new Preferences(null, null, null, false, false, null, true)),
                DAY,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                none(),
                none(),
                none(),
                none());
    }

    /** As much of everything as there can be, each text as long as it can be. */
    static Account hostile() {
        var addresses = IntStream.range(0, 10)
                .mapToObj(i -> ("a" + i).repeat(30) + "@" + "client.".repeat(26) + "example")
                .collect(Collectors.joining(";"));
        var edits = new EnumMap<PreferenceField, Edit>(PreferenceField.class);
        for (var field : PreferenceField.values()) {
            edits.put(field, new Edit(listed(field), HOSTILE, MORNING));
        }
        var suspended = Stream.of(addresses.split(";")).collect(Collectors.toMap(a -> a, a -> new Suspension(MORNING)));
        var currencies = CurrencyUnit.registeredCurrencies();
        return new Account(
                client(
                        HOSTILE,
                        HOSTILE,
                        addresses.split(";")[0],
                        "US",
                        "al",
                        new Preferences(
                                addresses,
                                DayOfWeek.MONDAY,
                                HOSTILE.substring(0, 200),
                                true,
                                true,
                                HOSTILE.substring(0, 200),
                                false)),
                DAY,
                HOSTILE,
                suspended,
                edits,
                currencies.stream()
                        .map(currency -> new Balance(
                                currency,
                                3000,
                                Stream.of(Age.values())
                                        .collect(Collectors.toMap(
                                                age -> age, age -> Money.ofMinor(currency, 99_999_999_999_999L)))))
                        .toList(),
                new Habit(-400, 3000),
                many(new Promised(Money.parse("EUR 99999999999.99"), DAY, 3000, HOSTILE, MORNING)),
                many(new Planned(Money.parse("EUR 99999999999.99"), 24, DAY, HOSTILE, HOSTILE)),
                many(new Disputed(HOSTILE, "INVOICE_MISSING", HOSTILE, MORNING)),
                many(new Held(HOSTILE, DAY, HOSTILE, HOSTILE)));
    }

    static HistoryPage history(Event... events) {
        return new HistoryPage(List.of(events), false, events.length > 0);
    }

    static HistoryPage hostileHistory(int size) {
        var event = event(Kind.LETTER_SENT, HOSTILE, "EUR 99999999999.99", HOSTILE, HOSTILE);
        return new HistoryPage(Collections.nCopies(size, event), true, true);
    }

    static Event event(Kind kind, String actor, String amount, String detail) {
        return event(kind, actor, amount, detail, "INV-1042");
    }

    private static Event event(Kind kind, String actor, String amount, String detail, String invoice) {
        return new Event(
                new Place(MORNING.toEpochMilli(), 4711),
                MORNING,
                kind,
                "slack",
                actor,
                invoice,
                amount == null ? null : Money.parse(amount),
                detail,
                null,
                null);
    }

    private static Client client(
            String name, String contact, String address, String country, String region, Preferences preferences) {
        return new Client(
                new ClientId(7),
                name,
                name.toLowerCase(Locale.ROOT),
                contact,
                address,
                new ColleagueId(1),
                "de",
                country == null ? null : "Europe/Berlin",
                country,
                region,
                null,
                preferences);
    }

    private static Balance balance(CurrencyUnit currency, int invoices, Map<Age, String> amounts) {
        var byAge = new EnumMap<Age, Money>(Age.class);
        amounts.forEach((age, amount) -> byAge.put(age, Money.parse(currency + " " + amount)));
        return new Balance(currency, invoices, byAge);
    }

    private static String listed(PreferenceField field) {
        return switch (field) {
            case PAY_RUN -> "MONDAY";
            case LETTERS, STATEMENT, THANKS -> "true";
            default -> HOSTILE;
        };
    }

    private static <T> First<T> first(T one) {
        return new First<>(List.of(one), 1);
    }

    private static <T> First<T> many(T one) {
        return new First<>(Collections.nCopies(5, one), 10_000);
    }

    private static <T> First<T> none() {
        return new First<>(List.of(), 0);
    }
}
