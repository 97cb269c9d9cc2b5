package dev.beforehand.slack.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Language;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import dev.beforehand.letters.Substitute;
import dev.beforehand.reminders.CadenceChange;
import dev.beforehand.reminders.CadenceChange.Example;
import dev.beforehand.reminders.CadenceChange.Letter;
import dev.beforehand.reminders.CadenceChange.Missing;
import dev.beforehand.reminders.CadenceChange.Rule;
import dev.beforehand.slack.FinanceLeads;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class CadenceNewsTests {

    private final FinanceLeads leads = Mockito.mock(FinanceLeads.class);
    private final CadenceNews news = new CadenceNews(leads, Phrases.packaged());

    @Test
    void saysWhatANewFileChanges() {
        var monday = LocalDate.of(2013, 6, 17);
        var change = new CadenceChange(
                "/etc/beforehand/cadences.yaml",
                List.of(
                        new Rule(
                                "Standard",
                                "mode",
                                new Sentence("cadence.mode.DRAFT"),
                                new Sentence("cadence.mode.AUTOMATIC")),
                        new Rule("Key <!here>", "name", null, Sentence.asIs("Key <!here>")),
                        new Rule("Old", "name", Sentence.asIs("Old"), null)),
                1250,
                12,
                400,
                30,
                List.of(
                        new Missing("overdue-30", new Substitute(Locale.GERMAN, "overdue-14", Locale.GERMAN), 1200),
                        new Missing("second-<1>", new Substitute(Locale.FRENCH, "due-in-7", Locale.ENGLISH), 1)),
                List.of(
                        new Example(
                                "INV-1",
                                "Müller & Söhne <Bau>",
                                new Letter("Standard", "overdue-3", monday),
                                new Letter("Key accounts", "overdue-7", monday.plusDays(4))),
                        new Example("INV-2", "Harbour Books", null, new Letter("Standard", "due-today", monday)),
                        new Example("INV-3", "Harbour Books", new Letter("Standard", "due-today", monday), null)));

        assertThat(news.text(change).lines())
                .containsExactly(
                        ":calendar: /etc/beforehand/cadences.yaml has changed and comes into force now. Of 1,250 open"
                                + " invoices, 12 get another cadence, 400 keep one with other rules, and 30 get letters on other"
                                + " days or in other words.",
                        "• *Standard*, mode: a person sends each letter → letters leave at the hour",
                        "• *Key &lt;!here&gt;* is new",
                        "• *Old* is gone",
                        "• overdue-30 is missing in German: 1,200 clients get overdue-14 in German",
                        "• second-&lt;1&gt; is missing in French: 1 client gets due-in-7 in English",
                        "• INV-1 Müller &amp; Söhne &lt;Bau&gt;: overdue-3 on Mon 17 Jun (Standard) → overdue-7 on Fri 21 Jun (Key accounts)",
                        "• INV-2 Harbour Books: no letter → due-today on Mon 17 Jun (Standard)",
                        "• INV-3 Harbour Books: due-today on Mon 17 Jun (Standard) → no letter");
        assertThat(Language.in(Locale.GERMAN, () -> news.text(change)))
                .contains(
                        "• *Standard*, Versand: jedes Schreiben wird von Hand gesendet → Schreiben gehen zur festen Zeit raus");
    }
}
