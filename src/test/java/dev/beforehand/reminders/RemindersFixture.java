package dev.beforehand.reminders;

import dev.beforehand.database.TestLedger;
import dev.beforehand.mail.Mailer;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room of reminders with a mail server that is told what to say. */
@Import({RemindersRoom.class, TestLedger.class})
class RemindersFixture {

    private static final List<String> TABLES = List.of(
            "hold",
            "suspended_address",
            "reported_address",
            "incoming_mail",
            "outgoing_mail",
            "ledger_file",
            "letter_day",
            "cadence_file",
            "letter_rest",
            "reminder_invoice",
            "reminder",
            "instalment",
            "payment_plan_invoice",
            "payment_plan",
            "promise_invoice",
            "promise",
            "dispute",
            "feedback",
            "check_in_invoice",
            "check_in",
            "activity",
            "invoice",
            "client_word",
            "preference_edit",
            "client",
            "colleague");

    static void empty(JdbcClient jdbc) {
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
    }

    @Bean
    FakePost fakePost() {
        return new FakePost();
    }

    @Bean
    Mailer mailer(FakePost post) {
        return post.mailer;
    }
}
