package dev.beforehand.slack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The people who are told when something needs a decision or went wrong: the approvers, each in a direct message. */
@Component
public class FinanceLeads {

    private static final Logger log = LoggerFactory.getLogger(FinanceLeads.class);

    private final Approvers approvers;
    private final DirectMessages messages;

    FinanceLeads(Approvers approvers, DirectMessages messages) {
        this.approvers = approvers;
        this.messages = messages;
    }

    /** Where there is nobody to be told, it stands in the log. */
    public void tell(SlackMessage message) {
        tellAllBut("", message);
    }

    /** @param person who cannot be told, perhaps one of them */
    void tellAllBut(String person, SlackMessage message) {
        var told = approvers.approvers().stream()
                .filter(lead -> !lead.equals(person))
                .toList();
        if (told.isEmpty()) {
            log.warn("Nobody was told, because beforehand.approvers names nobody to tell: {}", message.text());
        }
        told.forEach(lead -> messages.send(lead, message));
    }
}
