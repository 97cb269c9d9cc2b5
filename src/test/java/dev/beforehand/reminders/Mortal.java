package dev.beforehand.reminders;

import dev.beforehand.TestFolders;
import dev.beforehand.reminders.LetterSink.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One process that sends letters until its end, or until its doom. */
final class Mortal {

    private final Doom doom;
    private final AtomicInteger reached = new AtomicInteger();
    private volatile @Nullable Process process;
    private volatile boolean killed;
    private String output = "";

    Mortal(Doom doom) {
        this.doom = doom;
    }

    /**
     * When it dies.
     *
     * @param step of the mail server's conversations; empty: some time after it has started
     * @param when the how-many-eth such step, or so many milliseconds
     */
    record Doom(@Nullable Step step, int when) {

        static final Doom NONE = new Doom(null, -1);

        /** @param most how many of its steps it takes at most */
        static Doom any(Random random, int most) {
            var steps = Step.values();
            int choice = random.nextInt(steps.length + 1);
            return choice < steps.length
                    ? new Doom(steps[choice], 1 + random.nextInt(steps[choice] == Step.CONNECTED ? 4 : most))
                    : new Doom(null, random.nextInt(300));
        }
    }

    void reached(Step step) {
        if (step == doom.step() && reached.incrementAndGet() == doom.when()) {
            kill();
        }
    }

    /** The letters that it had a person look at when it came to its end. */
    Set<String> shown() {
        return output.lines()
                .filter(line -> line.startsWith(LettersRun.SHOWN))
                .map(line -> line.substring(LettersRun.SHOWN.length()))
                .collect(Collectors.toSet());
    }

    boolean wasKilled() {
        return killed;
    }

    /** Comes back when the process has ended, one way or the other. */
    void live(String databaseUrl, int mailPort, long minutesLater) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // A process that is killed leaves SQLite's library behind.
                "-Djava.io.tmpdir=" + TestFolders.make("mortal"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LettersRun.class.getName()));
        command.addAll(LettersRun.properties(databaseUrl, mailPort, minutesLater));
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = child;
        output = listen(child);
        if (!child.waitFor(2, TimeUnit.MINUTES)) {
            child.destroyForcibly();
            throw new AssertionError("The process hangs:\n" + output);
        }
        if (!killed && !output.contains(LettersRun.FINISHED)) {
            throw new AssertionError("The process ended by itself with " + child.exitValue() + ":\n" + output);
        }
    }

    private String listen(Process child) throws IOException {
        var output = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.equals(LettersRun.STARTED) && doom.step() == null && doom.when() >= 0) {
                    CompletableFuture.delayedExecutor(doom.when(), TimeUnit.MILLISECONDS)
                            .execute(this::kill);
                }
            }
        }
        return output.toString();
    }

    /** As {@code kill -9} does. */
    private void kill() {
        var child = process;
        if (child != null && child.isAlive()) {
            killed = true;
            child.destroyForcibly();
        }
    }
}
