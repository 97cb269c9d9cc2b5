package dev.beforehand.journeys;

import static org.awaitility.Awaitility.await;

import dev.beforehand.TestFolders;
import dev.beforehand.calendar.DailyJobs;
import dev.beforehand.practice.NextMorning;
import dev.beforehand.practice.PracticeClient;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.faults.Rule;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Some mornings of a small company: check-ins are claimed, a client promises, a payment plan is proposed and approved,
 * letters leave, and one is answered.
 */
final class Mornings implements AutoCloseable {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 15);
    private static final Duration QUIET = Duration.ofMillis(800);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What is in the database at the end, whatever ids and moments it has. */
    private static final Map<String, String> ROWS = Map.of(
            "check-ins", """
                    select c.name, week_of, state, g.name as holder, outcome from check_in k
                    join client c on c.id = k.client_id left join colleague g on g.id = k.claimed_by""",
            "promises", """
                    select c.name, promised_on, amount, state, judged_on from promise p join client c on c.id = p.client_id""",
            "feedback", "select words, mood, problem, solved from feedback",
            "plans", """
                    select c.name, total, state, g.name as decider from payment_plan p
                    join client c on c.id = p.client_id left join colleague g on g.id = p.decided_by""",
            "instalments", "select number, payable_on, amount from instalment",
            "letters", """
                    select c.name, step, day, state, kind, recipient, subject from reminder r
                    join client c on c.id = r.client_id""",
            "replies", """
                    select c.name, kind, state, g.name as settler from incoming_mail m
                    join client c on c.id = m.client_id left join colleague g on g.id = m.settled_by""",
            "activities", """
                    select a.kind, g.name as actor, c.name, a.invoice_id, a.amount from activity a
                    left join colleague g on g.id = a.actor_id left join client c on c.id = a.client_id""");

    private final PracticeRun practice;
    private final PracticeSlack slack;
    private final Colleague ana;
    private final Colleague ben;
    private final Colleague dana;
    private final AtomicLong lastChange = new AtomicLong(System.nanoTime());

    Mornings(String... settings) {
        practice = new PracticeRun(MONDAY, ledger(), settings);
        slack = practice.the(PracticeSlack.class);
        slack.onChange(() -> lastChange.set(System.nanoTime()));
        ana = new Colleague(slack, "U0PANA");
        ben = new Colleague(slack, "U0PBEN");
        dana = new Colleague(slack, "U0PDANA");
    }

    /** The mail server of practice has threads of its own; what breaks off there when a client hangs up is no news here. */
    static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    /** @param left what stands where at the end: in the tables, the mailbox and the channel */
    record End(Map<String, List<String>> left) {}

    /** @param faults that are on from the first digest to the last */
    End live(int mornings, long seed, List<Rule> faults) {
        var slacksFaults = practice.the(Faults.class);
        untilQuiet();
        slacksFaults.seed(seed);
        faults.forEach(slacksFaults::set);
        for (int day = 0; day < mornings; day++) {
            happens(day);
            untilQuiet();
            practice.the(NextMorning.class).letTheDayEnd();
            untilAllJobsAreDone();
            practice.the(NextMorning.class).come();
            untilAllJobsAreDone();
        }
        slacksFaults.allOff();
        untilAllJobsAreDone();
        return end();
    }

    int struck(Fault fault) {
        return practice.the(Faults.class).struck(fault);
    }

    private void happens(int day) {
        switch (day) {
            case 0 -> {
                ana.presses("Claim", "*Alder", "Ana Ruiz is on it");
                ben.fillsIn(
                        "Log feedback",
                        "*Birch",
                        Map.of("words", "All good, next week", "mood", "FRIENDLY", "day", "2026-06-24"),
                        "They promised");
            }
            case 1 -> {
                var letter = practice.inTheMailbox().stream()
                        .filter(mail -> mail.to().equals("post@dogwood.example"))
                        .findFirst()
                        .orElseThrow();
                practice.the(PracticeClient.class).answer(letter.id(), "We are moving house.");
                ana.fillsIn("Propose plan", "*Cedar", Map.of(), "Payment plan for Cedar");
                dana.presses("Approve", "Payment plan for Cedar", "Approved by Dana Lindqvist");
                ana.waitsFor("We are moving house");
                ana.presses("No action", "We are moving house", "no action");
            }
            case 3 -> slack.react("U0PBEN", Workspace.RECEIVABLES, digestOfToday(), "eyes");
            default -> {}
        }
    }

    private String digestOfToday() {
        return slack.messages(Workspace.RECEIVABLES, "U0PANA").stream()
                .filter(message -> message.threadTs() == null && text(message).contains("Receivables on"))
                .toList()
                .getLast()
                .ts();
    }

    /** As their schedule has it, a job that failed is run again. */
    private void untilAllJobsAreDone() {
        patiently().pollInterval(Duration.ofMillis(500)).until(practice.the(DailyJobs.class)::runDue);
        untilQuiet();
    }

    private void untilQuiet() {
        patiently()
                .until(() -> !slack.messages(Workspace.RECEIVABLES, "U0PANA").isEmpty()
                        && System.nanoTime() - lastChange.get() > QUIET.toNanos()
                        && isAllSaid());
    }

    /** What Slack did not take is said later. */
    private boolean isAllSaid() {
        return practice.the(JdbcClient.class)
                        .sql("select count(*) from slack_errand where parked_at is null")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private End end() {
        var left = new TreeMap<String, List<String>>();
        var jdbc = practice.the(JdbcClient.class);
        ROWS.forEach((name, query) -> left.put(
                name,
                jdbc.sql(query).query().listOfRows().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList()));
        left.put(
                "mailbox",
                practice.inTheMailbox().stream()
                        .map(letter -> letter.to() + ": " + letter.subject())
                        .sorted()
                        .toList());
        left.put(
                "channel",
                slack.messages(Workspace.RECEIVABLES, "U0PDANA").stream()
                        .filter(message -> !message.isEphemeral())
                        .map(message -> (message.isReply() ? "reply: " : "message: ") + timeless(text(message)))
                        .sorted()
                        .toList());
        return new End(left);
    }

    static String text(PracticeMessage message) {
        var texts = new ArrayList<String>();
        texts.add(message.text());
        collect(message.blocks(), texts);
        return String.join("\n", texts);
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isObject() && node.path("text").isString()) {
            texts.add(node.path("text").asString());
        }
        node.forEach(child -> collect(child, texts));
    }

    /** A digest of the day before that is shown again late lists what has joined a check-in since. */
    private static String timeless(String text) {
        return text.replaceAll("<!date\\^[^>]*>", "<date>")
                .replaceAll("(• \\*[^\n]*? due [^,·\n]*), INV-[^·\n]*(?= ·)", "$1")
                .replaceAll("<http[^|>]*\\|", "<")
                .replaceAll("\\b\\d\\d:\\d\\d\\b", "hh:mm");
    }

    private static Path ledger() {
        try {
            var folder = TestFolders.make("ledger");
            Files.writeString(folder.resolve("clients.csv"), """
                    Name,Contact e-mail,Contact name,Account manager's e-mail,Language,Time zone,Country
                    Alder & Co,pay@alder.example,Jo Alder,ana@brightwater.example,en,Europe/London,GB
                    Birch Ltd,ledger@birch.example,Kim Birch,ben@brightwater.example,en,Europe/London,GB
                    Cedar GmbH,buchhaltung@cedar.example,Lea Cedar,ana@brightwater.example,de,Europe/Berlin,DE
                    Dogwood plc,post@dogwood.example,Max Dogwood,ana@brightwater.example,en,Europe/London,GB
                    """);
            var file = folder.resolve("invoices.csv");
            Files.writeString(file, """
                    Number,Client,Invoice date,Due date,Currency,Total,Amount paid,Settled date
                    INV-1,Alder & Co,2026-05-19,2026-06-18,GBP,120.00,,2026-06-23
                    INV-2,Birch Ltd,2026-05-20,2026-06-19,GBP,840.50,,
                    INV-3,Cedar GmbH,2026-05-23,2026-06-22,EUR,3000.00,,
                    INV-4,Dogwood plc,2026-05-16,2026-06-15,GBP,77.00,,
                    INV-5,Dogwood plc,2026-05-25,2026-06-24,GBP,91.00,,
                    """);
            // It tells already what is paid on the days to come.
            Files.setLastModifiedTime(
                    file,
                    FileTime.from(
                            MONDAY.plusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        practice.close();
    }
}
