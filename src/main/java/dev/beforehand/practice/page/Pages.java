package dev.beforehand.practice.page;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Gives the page at an address; where that names nobody or no room, the first of them. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Pages {

    private final Chat chat;
    private final Clock clock;

    Pages(Chat chat, Clock clock) {
        this.chat = chat;
        this.clock = clock;
    }

    Page at(Address asked) {
        return new Screen(chat, clock, asked).page();
    }
}
