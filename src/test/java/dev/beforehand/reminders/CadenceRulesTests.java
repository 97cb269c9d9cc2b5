package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Language;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Tone;
import dev.beforehand.reminders.Cadence.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CadenceRulesTests {

    private static final Segment SOME = new Segment(
            Set.of("key"),
            Set.of("AT", "DE"),
            Set.of(CurrencyUnit.EUR),
            new Segment.Owed(Money.parse("EUR 1000.00"), Money.parse("EUR 2500.50")));
    private static final Cadence BEFORE = new Cadence(
            "Standard", Mode.VETO, Segment.THE_REST, List.of(new Step(-7, Tone.FRIENDLY, "due-in-7")), 3, 8, true);
    private static final Cadence AFTER = new Cadence(
            "Standard",
            Mode.DRAFT,
            SOME,
            List.of(new Step(-7, Tone.FRIENDLY, "due-in-7"), new Step(14, Tone.FIRM, "overdue-14")),
            4,
            8,
            false);

    private final Phrases phrases = Phrases.packaged();

    @Test
    void whatChangesIsSaidInTheReadersLanguage() {
        assertThat(changes())
                .containsExactly(
                        "mode: letters leave at the hour unless somebody holds them → a person sends each letter",
                        "contact delay in days: 3 → 4",
                        "thanks: yes → no",
                        "clients: all the rest → key, AT, DE, EUR, from €1,000.00, below €2,500.50",
                        "steps: -7 friendly due-in-7 → -7 friendly due-in-7, 14 firm overdue-14");
        assertThat(Language.in(Locale.GERMAN, this::changes))
                .containsExactly(
                        "Versand: Schreiben gehen zur festen Zeit raus, wenn niemand sie anhält → jedes Schreiben wird"
                                + " von Hand gesendet",
                        "Tage zwischen zwei Schreiben: 3 → 4",
                        "Dank für Zahlungen: ja → nein",
                        "Kunden: alle übrigen → key, AT, DE, EUR, ab 1.000,00\u00a0€, unter 2.500,50\u00a0€",
                        "Stufen: -7 freundlich due-in-7 → -7 freundlich due-in-7, 14 bestimmt overdue-14");
    }

    private List<String> changes() {
        return CadenceRules.changed(new Cadences(List.of(BEFORE)), new Cadences(List.of(AFTER))).stream()
                .map(rule -> phrases.say("cadence.field." + rule.field()) + ": " + phrases.say(rule.before()) + " → "
                        + phrases.say(rule.after()))
                .toList();
    }
}
