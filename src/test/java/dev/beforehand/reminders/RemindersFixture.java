package dev.beforehand.reminders;

import dev.beforehand.database.TestLedger;
import dev.beforehand.mail.Mailer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The room of reminders with a mail server that is told what to say. */
@Import({RemindersRoom.class, TestLedger.class})
class RemindersFixture {

    @Bean
    FakePost fakePost() {
        return new FakePost();
    }

    @Bean
    Mailer mailer(FakePost post) {
        return post.mailer;
    }
}
