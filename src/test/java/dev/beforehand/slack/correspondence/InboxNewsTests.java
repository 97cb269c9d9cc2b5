package dev.beforehand.slack.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.beforehand.letters.Phrases;
import dev.beforehand.mail.InboxUnreadable;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.SlackMessage;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class InboxNewsTests {

    private final FinanceLeads leads = mock(FinanceLeads.class);
    private final InboxNews news = new InboxNews(leads, Phrases.packaged());

    @Test
    void saysWhatTheServerSaidAndWhatToDo() {
        news.unreadable(unreadable("LOGIN failed\r\nfor <!channel> " + "x".repeat(1000)));

        ArgumentCaptor<Supplier<SlackMessage>> told = ArgumentCaptor.captor();
        verify(leads).tell(told.capture());
        assertThat(told.getValue().get().text())
                .startsWith(":warning: The inbox at imap.acme.example has not been readable since <!date^")
                .contains(": LOGIN failed for &lt;!channel&gt; xxx", "host, user and password", "Hold all")
                .hasSizeLessThan(1000);
    }

    private static InboxUnreadable unreadable(String reason) {
        return new InboxUnreadable("imap.acme.example", Instant.parse("2013-06-17T08:00:00Z"), reason);
    }
}
