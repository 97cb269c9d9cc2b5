package dev.beforehand.letters;

import dev.beforehand.letters.LetterModel.Line;
import dev.beforehand.money.MoneyFormat;
import java.text.ListFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The values that a letter's template may use, dates and money written as its reader writes them. */
final class LetterFacts {

    private static final Map<String, Function<LetterFacts, @Nullable Object>> LETTER = ofLetter();
    private static final Map<String, Function<LineFacts, @Nullable Object>> LINE = ofLine();

    private final LetterModel model;
    private final Tone tone;
    private final Locale locale;

    private LetterFacts(LetterModel model, Tone tone, Locale locale) {
        this.model = model;
        this.tone = tone;
        this.locale = locale;
    }

    private record LineFacts(LetterFacts letter, Line line) {}

    static Map<String, @Nullable Object> of(LetterModel model, Tone tone, Locale locale) {
        return new WorkedOut<>(new LetterFacts(model, tone, locale), LETTER);
    }

    /** All names, those of lists and records with and without the name before the dot. */
    static Set<String> names() {
        var names = new TreeSet<>(LETTER.keySet());
        for (var name : LINE.keySet()) {
            names.add(name);
            names.add("first." + name);
        }
        names.add("amount");
        return names;
    }

    private static Map<String, Function<LetterFacts, @Nullable Object>> ofLetter() {
        var facts = new HashMap<String, Function<LetterFacts, @Nullable Object>>();
        facts.put("client", it -> it.model.to().client());
        facts.put("contact", it -> it.model.to().contact());
        facts.put("salutation", it -> it.model.to().salutation());
        facts.put("purchaseOrder", it -> it.model.to().purchaseOrder());
        facts.put("manager", it -> it.model.from().manager());
        facts.put("managerEmail", it -> it.model.from().managerEmail());
        facts.put("company", it -> it.model.from().company());
        facts.put("today", it -> it.date(it.model.today(), FormatStyle.LONG));
        facts.put("inAWeek", it -> it.date(it.model.today().plusWeeks(1), FormatStyle.LONG));
        for (var tone : Tone.values()) {
            facts.put(tone.name().toLowerCase(Locale.ROOT), it -> it.tone == tone);
        }
        facts.put("one", it -> it.model.lines().size() == 1);
        facts.put("several", it -> it.model.lines().size() > 1);
        facts.put("count", it -> it.model.lines().size());
        facts.put("first", it -> it.line(it.model.carrying()));
        facts.put("lines", it -> it.model.lines().stream().map(it::line).toList());
        facts.put("total", it -> it.sum(it.model.lines()));
        facts.put("totals", it -> it.amounts(it.model.lines()));
        facts.put("oneAsked", it -> it.model.asked().size() == 1);
        facts.put("severalAsked", it -> it.model.asked().size() > 1);
        facts.put("askedCount", it -> it.model.asked().size());
        facts.put("asked", it -> it.sum(it.model.asked()));
        facts.put("askedTotals", it -> it.amounts(it.model.asked()));
        facts.put("others", it -> it.model.asked().size() < it.model.lines().size());
        return facts;
    }

    private static Map<String, Function<LineFacts, @Nullable Object>> ofLine() {
        return Map.of(
                "number", it -> it.line.number(),
                "issued", it -> it.letter.date(it.line.issuedOn(), FormatStyle.MEDIUM),
                "due", it -> it.letter.date(it.line.dueOn(), FormatStyle.MEDIUM),
                "dueLong", it -> it.letter.date(it.line.dueOn(), FormatStyle.LONG),
                "dueDay", it -> it.letter.date(it.line.dueOn(), FormatStyle.FULL),
                "balance", it -> it.letter.money(it.line.balance()),
                "dueLater", it -> it.line.dueOn().isAfter(it.letter.model.today()),
                "dueToday", it -> it.line.dueOn().equals(it.letter.model.today()),
                "overdue", it -> it.line.dueOn().isBefore(it.letter.model.today()),
                "disputed", it -> it.line.disputed());
    }

    private Map<String, @Nullable Object> line(Line line) {
        return new WorkedOut<>(new LineFacts(this, line), LINE);
    }

    /** {@code €310.20 and $80.00}. */
    private String sum(List<Line> lines) {
        var amounts =
                LetterModel.totals(lines).amounts().stream().map(this::money).toList();
        return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(amounts);
    }

    private List<Map<String, String>> amounts(List<Line> lines) {
        return LetterModel.totals(lines).amounts().stream()
                .map(amount -> Map.of("amount", money(amount)))
                .toList();
    }

    private String money(Money amount) {
        return MoneyFormat.format(amount, locale);
    }

    private String date(LocalDate date, FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(date);
    }
}
