package dev.beforehand.slack.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.beforehand.TestFolders;
import dev.beforehand.calendar.DailyJobs;
import dev.beforehand.letters.MessageFolder;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.SlackTeam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A finance team edits its letters, and sees no log. */
class EditedWordsTests extends SlackTeam {

    private static final Path WORDS = TestFolders.make("words");
    private static final Path LETTERS = WORDS.resolve("letters/en");
    private static final Path LETTER = LETTERS.resolve("due-today.html");
    private static final Path TERMS = LETTERS.resolve("terms.html");

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) throws IOException {
        Files.createDirectories(LETTERS);
        Files.writeString(TERMS, "<p>Our terms</p>");
        Files.writeString(
                LETTER, MessageFolder.packaged("letters/en/due-today.html").replace("</body>", "{{>terms}}</body>"));
        Files.writeString(LETTERS.resolve("overdue-3.html"), "<p>{{clint}}</p>");
        registry.add("beforehand.messages", WORDS::toString);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> 9);
        registry.add("beforehand.mail.from", () -> "billing@brightwater.example");
        registry.add("beforehand.company.name", () -> "Brightwater Supplies");
    }

    @Autowired
    @Qualifier("outboxRoundTask")
    RecurringTask<Void> round;

    @Autowired
    Reminders reminders;

    @Autowired
    DailyJobs dailyJobs;

    @Test
    void mistakesAreToldOnceAndALetterThatCannotBeWrittenHasItsCard() throws IOException {
        rounds(2);
        await().untilAsserted(() -> assertThat(told())
                .singleElement()
                .asString()
                .contains("overdue-3.html:1: there is no field {{clint}}")
                .endsWith("The one that comes with Beforehand is used until it is mended."));

        Files.delete(LETTERS.resolve("overdue-3.html"));
        Files.delete(TERMS);
        rounds(2);
        await().untilAsserted(() -> assertThat(told())
                .hasSize(2)
                .last()
                .asString()
                .contains("due-today.html:1: letters/en/terms.html, which it includes, is not there")
                .contains("no letter with it leaves until it is mended"));

        ledger.invoice("INV-1", ledger.client("Harbour Books", ledger.colleague("Ana Ruiz")), MONDAY, "EUR 1.00");
        reminders.plan(MONDAY);
        reminders.listed(MONDAY);
        clock.moveTo(MONDAY, LocalTime.of(23, 30));
        dailyJobs.runDue();
        await().untilAsserted(() -> assertThat(posted())
                .anySatisfy(card -> assertThat(card)
                        .contains("Harbour Books", "The letter could not be written: letters/en/terms.html")));

        Files.writeString(TERMS, "<p>Our terms</p>");
        rounds(2);
        await().untilAsserted(() -> assertThat(told()).last().asString().contains("good again"));
    }

    private void rounds(int times) {
        for (int i = 0; i < times; i++) {
            round.execute(round.instance("round"), Mockito.mock(ExecutionContext.class));
        }
    }

    /** What the finance lead was told about the edited words. */
    private static List<String> told() {
        return posted().stream().filter(text -> text.contains("edited file")).toList();
    }

    private static List<String> posted() {
        return FAKE.received("chat.postMessage").stream()
                .map(FakeSlack.Received::fields)
                .map(fields -> fields.getOrDefault("blocks", "") + fields.get("text"))
                .toList();
    }
}
