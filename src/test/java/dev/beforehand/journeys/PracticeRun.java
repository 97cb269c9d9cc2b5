package dev.beforehand.journeys;

import dev.beforehand.Beforehand;
import dev.beforehand.database.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** Beforehand in practice, on a port and in a folder of its own, with the people of the sample company. */
final class PracticeRun implements AutoCloseable {

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final ConfigurableApplicationContext beforehand;
    private final List<Person> people = new ArrayList<>();

    private PracticeRun(String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + TestDatabases.sqliteUrl(),
                "--beforehand.practice.ledger=" + temporaryFolder()));
        all.addAll(List.of(settings));
        beforehand = new SpringApplicationBuilder(Beforehand.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()))
                .run(all.toArray(String[]::new));
    }

    /** A Monday without public holidays, the same in every run. */
    static PracticeRun onAMonday() {
        return new PracticeRun("--beforehand.practice.today=2026-06-15");
    }

    static PracticeRun with(String... settings) {
        return new PracticeRun(settings);
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

    private Person person(String slackId) {
        var person = new Person("http://localhost:" + port, slackId);
        people.add(person);
        return person;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("beforehand-ledger");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        people.forEach(Person::close);
        beforehand.close();
    }
}
