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
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The values that a letter's template may use, dates and money written as its reader writes them. */
final class LetterFacts {

    private final LetterModel model;
    private final Tone tone;
    private final Locale locale;

    private LetterFacts(LetterModel model, Tone tone, Locale locale) {
        this.model = model;
        this.tone = tone;
        this.locale = locale;
    }

    static Map<String, @Nullable Object> of(LetterModel model, Tone tone, Locale locale) {
        return new LetterFacts(model, tone, locale).facts();
    }

    /** All names, those of lists and records with and without the name before the dot. */
    static Set<String> names() {
        var sample = new LetterFacts(LetterSamples.ALL.getFirst(), Tone.NEUTRAL, Locale.ENGLISH);
        var names = new TreeSet<>(sample.facts().keySet());
        for (var name : sample.line(sample.model.carrying()).keySet()) {
            names.add(name);
            names.add("first." + name);
        }
        names.add("amount");
        return names;
    }

    private Map<String, @Nullable Object> facts() {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("client", model.to().client());
        facts.put("contact", model.to().contact());
        facts.put("salutation", model.to().salutation());
        facts.put("purchaseOrder", model.to().purchaseOrder());
        facts.put("manager", model.from().manager());
        facts.put("managerEmail", model.from().managerEmail());
        facts.put("company", model.from().company());
        facts.put("today", date(model.today(), FormatStyle.LONG));
        facts.put("inAWeek", date(model.today().plusWeeks(1), FormatStyle.LONG));
        for (var each : Tone.values()) {
            facts.put(each.name().toLowerCase(Locale.ROOT), each == tone);
        }
        addLines(facts);
        return facts;
    }

    private void addLines(Map<String, @Nullable Object> facts) {
        var lines = model.lines();
        var asked = model.asked();
        facts.put("one", lines.size() == 1);
        facts.put("several", lines.size() > 1);
        facts.put("count", lines.size());
        facts.put("first", line(model.carrying()));
        facts.put("lines", lines.stream().map(this::line).toList());
        facts.put("total", sum(lines));
        facts.put("totals", amounts(lines));
        facts.put("oneAsked", asked.size() == 1);
        facts.put("severalAsked", asked.size() > 1);
        facts.put("askedCount", asked.size());
        facts.put("asked", sum(asked));
        facts.put("askedTotals", amounts(asked));
        facts.put("others", asked.size() < lines.size());
    }

    private Map<String, Object> line(Line line) {
        var days = line.dueOn().compareTo(model.today());
        return Map.of(
                "number", line.number(),
                "issued", date(line.issuedOn(), FormatStyle.MEDIUM),
                "due", date(line.dueOn(), FormatStyle.MEDIUM),
                "dueLong", date(line.dueOn(), FormatStyle.LONG),
                "dueDay", date(line.dueOn(), FormatStyle.FULL),
                "balance", money(line.balance()),
                "dueLater", days > 0,
                "dueToday", days == 0,
                "overdue", days < 0,
                "disputed", line.disputed());
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
