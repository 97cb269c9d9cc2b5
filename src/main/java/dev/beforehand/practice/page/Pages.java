package dev.beforehand.practice.page;

import dev.beforehand.practice.PracticeMailbox;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.faults.Faults;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Gives the page at an address; where that names nobody or no room, the first of them. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Pages {

    private final PracticeSlack slack;
    private final PracticeMailbox mailbox;
    private final Faults faults;
    private final boolean socketMode;
    private final Clock clock;

    Pages(
            PracticeSlack slack,
            PracticeMailbox mailbox,
            Faults faults,
            @Value("${beforehand.practice.socket-mode:false}") boolean socketMode,
            Clock clock) {
        this.slack = slack;
        this.mailbox = mailbox;
        this.faults = faults;
        this.socketMode = socketMode;
        this.clock = clock;
    }

    Page at(Address asked) {
        return new Screen(slack, mailbox.mails(), new FaultRows(faults.on(), socketMode), clock, asked).page();
    }
}
