package dev.beforehand.letters;

import dev.beforehand.letters.LetterModel.Line;
import dev.beforehand.money.MoneyFormat;
import dev.beforehand.money.Totals;
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
    private final Locale locale;

    private LetterFacts(LetterModel model, Locale locale) {
        this.model = model;
        this.locale = locale;
    }

    static Map<String, @Nullable Object> of(LetterModel model, Locale locale) {
        return new LetterFacts(model, locale).facts();
    }

    /** All names, those of lists and records with and without the name before the dot. */
    static Set<String> names() {
        var model = LetterSamples.ALL.getFirst();
        var names = new TreeSet<>(of(model, Locale.ENGLISH).keySet());
        for (var name :
                new LetterFacts(model, Locale.ENGLISH).line(model.carrying()).keySet()) {
            names.add(name);
            names.add("first." + name);
        }
        names.add("amount");
        return names;
    }

    private Map<String, @Nullable Object> facts() {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("client", model.client());
        facts.put("contact", model.contact());
        facts.put("manager", model.manager());
        facts.put("managerEmail", model.managerEmail());
        facts.put("company", model.company());
        facts.put("today", date(model.today(), FormatStyle.LONG));
        facts.put("inAWeek", date(model.today().plusWeeks(1), FormatStyle.LONG));
        facts.put("one", model.lines().size() == 1);
        facts.put("several", model.lines().size() > 1);
        facts.put("count", model.lines().size());
        facts.put("first", line(model.carrying()));
        facts.put("lines", model.lines().stream().map(this::line).toList());
        facts.put("totals", amounts(model.totals()));
        facts.put("overdueTotals", model.overdue().equals(model.totals()) ? List.of() : amounts(model.overdue()));
        return facts;
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
                "overdue", days < 0);
    }

    private List<Map<String, String>> amounts(Totals totals) {
        return totals.amounts().stream()
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
