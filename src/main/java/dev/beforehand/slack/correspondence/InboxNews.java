package dev.beforehand.slack.correspondence;

import dev.beforehand.letters.Phrases;
import dev.beforehand.mail.InboxReadable;
import dev.beforehand.mail.InboxUnreadable;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the finance leads that nobody sees what clients answer, and when it is seen again. */
@Component
class InboxNews {

    private static final int LONGEST_REASON = 300;

    private final FinanceLeads leads;
    private final Phrases phrases;

    InboxNews(FinanceLeads leads, Phrases phrases) {
        this.leads = leads;
        this.phrases = phrases;
    }

    @EventListener
    void unreadable(InboxUnreadable event) {
        tell(() -> phrases.say(
                "inbox.unreadable",
                Map.of(
                        "host", event.host(),
                        "since", Format.moment(event.since()),
                        "reason", Format.cut(event.reason().replaceAll("\\s+", " "), LONGEST_REASON))));
    }

    @EventListener
    void readable(InboxReadable event) {
        tell(() -> phrases.say("inbox.readable", Map.of("host", event.host())));
    }

    private void tell(Supplier<String> text) {
        leads.tell(() -> SlackMessage.of(text.get()));
    }
}
