package dev.beforehand.slack;

import dev.beforehand.letters.Phrases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Why Slack takes nothing for a channel or a person, or nothing at all. What is meant for them waits meanwhile, and one of
 * it is tried after growing pauses. The finance leads hear of it once when it begins and once when it is over.
 */
@Repository
class OpenProblems {

    /** About the whole of Slack, where nobody can be told in Slack. */
    static final String WORKSPACE = "workspace";

    /** Begins what is about looking into a channel: what is posted there does not wait for it. */
    static final String LOOKING = "looking into ";

    private static final Logger log = LoggerFactory.getLogger(OpenProblems.class);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final FinanceLeads leads;
    private final Phrases phrases;
    private final Clock clock;

    OpenProblems(JdbcClient jdbc, FinanceLeads leads, Phrases phrases, Clock clock) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** @param told whether a person has to do something about it */
    record Open(
            String about, String code, String sentence, Instant since, int tries, Instant nextTryAt, boolean told) {}

    /** Until when nothing is tried; empty where there is no problem, or where its next try has come. */
    Optional<Instant> restsUntil(String about) {
        return find(about).map(Open::nextTryAt).filter(next -> next.isAfter(clock.instant()));
    }

    /** @return when it is tried next */
    @Transactional
    public Instant met(String about, SlackProblem problem) {
        var before = find(about);
        int tries = before.map(Open::tries).orElse(0);
        var next = clock.instant().plus(BackOff.after(tries));
        var isNew = before.filter(open -> open.code().equals(problem.code())).isEmpty();
        jdbc.sql("""
                        insert into slack_problem (about, code, sentence, since, tries, next_try_at, told)
                        values (:about, :code, :sentence, :now, 1, :next, :told)
                        on conflict (about) do update set code = excluded.code, sentence = excluded.sentence,
                            tries = slack_problem.tries + 1, next_try_at = excluded.next_try_at, told = excluded.told""")
                .param("about", about)
                .param("code", problem.code())
                .param("sentence", problem.sentence())
                .param("now", clock.millis())
                .param("next", next.toEpochMilli())
                .param("told", !problem.passesByItself())
                .update();
        if (isNew) {
            begins(about, problem);
        }
        return next;
    }

    private void begins(String about, SlackProblem problem) {
        log.warn("Slack takes nothing for {} ({}): {}", about, problem.code(), problem.sentence());
        if (!problem.passesByItself() && !about.equals(WORKSPACE)) {
            leads.tellAllBut(about, () -> SlackMessage.of(sentence(about, problem)));
        }
    }

    private String sentence(String about, SlackProblem problem) {
        return problem.isOfPlace() || about.startsWith(LOOKING)
                ? phrases.say("problem.begins", Map.of("problem", problem.sentence()))
                : phrases.say("problem.given-up", Map.of("problem", problem.sentence(), "subject", about));
    }

    /** Slack takes what is meant for them again. */
    @Transactional
    public void over(String about) {
        find(about).ifPresent(open -> {
            jdbc.sql("delete from slack_problem where about = ?").param(about).update();
            log.info("Slack takes again what is for {}.", about);
            if (open.told()) {
                var values = Map.of("problem", open.sentence(), "since", Format.moment(open.since()));
                leads.tell(() -> SlackMessage.of(phrases.say("problem.over", values)));
            }
        });
    }

    List<Open> all() {
        return jdbc.sql("select * from slack_problem order by since, about")
                .query(OpenProblems::read)
                .list();
    }

    /** Those about which nothing was tried for long: what waited was dropped, or goes elsewhere now. */
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from slack_problem where next_try_at < ?")
                .param(clock.instant().minus(FORGOTTEN).toEpochMilli())
                .update();
    }

    Optional<Open> find(String about) {
        return jdbc.sql("select * from slack_problem where about = ?")
                .param(about)
                .query(OpenProblems::read)
                .optional();
    }

    private static Open read(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getString("about"),
                row.getString("code"),
                row.getString("sentence"),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getInt("tries"),
                Instant.ofEpochMilli(row.getLong("next_try_at")),
                row.getBoolean("told"));
    }
}
