package dev.beforehand.journeys;

import dev.beforehand.Beforehand;
import dev.beforehand.database.TestDatabases;
import dev.beforehand.practice.NextMorning;
import dev.beforehand.practice.PracticeLedger;
import dev.beforehand.practice.PracticeLetter;
import dev.beforehand.practice.PracticeMailbox;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.workspace.PracticeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/**
 * Beforehand in practice, on a port and in a folder of its own, with the people of the sample company, and with a Slack that
 * takes whatever comes, however often.
 */
final class PracticeRun implements AutoCloseable {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 15);

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final ConfigurableApplicationContext beforehand;
    private final List<Person> people = new ArrayList<>();

    /** @param settings as on the command line */
    PracticeRun(String... settings) {
        this(MONDAY, PracticeLedger.at(MONDAY), settings);
    }

    PracticeRun(LocalDate today, Path ledger, String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + TestDatabases.sqliteUrl(),
                "--beforehand.ledger=" + ledger,
                "--beforehand.ledger.settles=0s",
                "--beforehand.slack.sender.gap=20ms",
                "--beforehand.slack.sender.updates=6000",
                "--beforehand.practice.limits=false",
                "--beforehand.practice.today=" + today));
        all.addAll(List.of(settings));
        beforehand = new SpringApplicationBuilder(Beforehand.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()))
                .run(all.toArray(String[]::new));
    }

    Person ana() {
        return person("U0PANA");
    }

    Person ben() {
        return person("U0PBEN");
    }

    /** The finance lead. */
    Person dana() {
        return person("U0PDANA");
    }

    Person clara() {
        return person("U0PCLARA");
    }

    /** Somebody of whom neither the ledger nor the settings know. */
    Person felix() {
        return person("U0PFELIX");
    }

    /** What stands in #receivables, its threads included, the oldest first. */
    List<PracticeMessage> inReceivables() {
        return beforehand.getBean(PracticeSlack.class).messages("C0PRECEIVABLES", "U0PDANA");
    }

    /** What the clients have received, the oldest first. */
    List<PracticeLetter> inTheMailbox() {
        return beforehand.getBean(PracticeMailbox.class).letters();
    }

    /** For more mornings than a person has to press for. */
    void livesUntilTheMorningOf(LocalDate day) {
        while (LocalDate.now(the(Clock.class)).isBefore(day)) {
            the(NextMorning.class).come();
        }
    }

    /** A part of this run. */
    <T> T the(Class<T> part) {
        return beforehand.getBean(part);
    }

    private Person person(String slackId) {
        var person = new Person("http://localhost:" + port, slackId);
        people.add(person);
        return person;
    }

    /** Sends everybody home. */
    void empties() {
        people.forEach(Person::close);
        people.clear();
    }

    /** Does not wait for Beforehand's end: what it still has to post, a second apart, is nobody's concern any more. */
    @Override
    public void close() {
        empties();
        Thread.ofPlatform().name("end of " + port).start(beforehand::close);
    }
}
