package dev.beforehand.slack.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.CadenceChange;
import dev.beforehand.reminders.CadenceChange.Example;
import dev.beforehand.reminders.CadenceChange.Letter;
import dev.beforehand.slack.FinanceLeads;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class CadenceNewsTests {

    private final CadenceNews news = new CadenceNews(Mockito.mock(FinanceLeads.class), Phrases.packaged());

    @Test
    void saysWhatANewFileChanges() {
        var monday = LocalDate.of(2013, 6, 17);
        var change = new CadenceChange(
                "/etc/beforehand/cadences.yaml",
                1250,
                12,
                30,
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
                                + " invoices, 12 get another cadence, and 30 get their next letter on another day or in other words.",
                        "• INV-1 Müller &amp; Söhne &lt;Bau&gt;: overdue-3 on Mon 17 Jun (Standard) → overdue-7 on Fri 21 Jun (Key accounts)",
                        "• INV-2 Harbour Books: no letter → due-today on Mon 17 Jun (Standard)",
                        "• INV-3 Harbour Books: due-today on Mon 17 Jun (Standard) → no letter");
    }
}
