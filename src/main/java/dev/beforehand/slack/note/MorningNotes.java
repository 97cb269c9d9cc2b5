package dev.beforehand.slack.note;

import dev.beforehand.clients.Absences;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Roles;
import dev.beforehand.slack.SlackPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has each note said when its time has come, one a person and day. Not within a transaction: Slack is asked who they are. */
@Component
class MorningNotes {

    private static final Logger log = LoggerFactory.getLogger(MorningNotes.class);

    private final NoteReaders readers;
    private final NoteTimes times;
    private final Cards cards;
    private final Roles roles;
    private final SlackPeople people;
    private final CurrentColleague current;
    private final Absences absences;
    private final TransactionOperations transactions;
    private final Clock clock;

    MorningNotes(
            NoteReaders readers,
            NoteTimes times,
            Cards cards,
            Roles roles,
            SlackPeople people,
            CurrentColleague current,
            Absences absences,
            TransactionOperations transactions,
            Clock clock) {
        this.readers = readers;
        this.times = times;
        this.cards = cards;
        this.roles = roles;
        this.people = people;
        this.current = current;
        this.absences = absences;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Safe to call again at any time. */
    void sayDue() {
        var now = LocalDateTime.now(clock);
        readers.waitingOn(now.toLocalDate()).stream()
                .filter(reader -> times.hasCome(reader, now))
                .forEach(reader -> say(reader, now.toLocalDate()));
    }

    private void say(NoteReader reader, LocalDate day) {
        try {
            var wanted = isToBeTold(reader, day);
            transactions.executeWithoutResult(transaction -> {
                if (readers.takeTurn(reader.id(), day) && wanted) {
                    cards.show(NoteCards.subject(reader.id(), day));
                }
            });
        } catch (RuntimeException e) {
            log.error("The note of {} for colleague {} failed, and is tried again in a minute.", day, reader.id(), e);
        }
    }

    private boolean isToBeTold(NoteReader reader, LocalDate day) {
        return absences.of(reader.id(), day).isEmpty()
                && slackUser(reader)
                        .flatMap(roles::of)
                        .filter(role -> role.includes(Role.ACCOUNT_MANAGER))
                        .isPresent();
    }

    /** Somebody whom only the ledger has named so far is met by their address. */
    private Optional<String> slackUser(NoteReader reader) {
        if (reader.slackUser() != null) {
            return Optional.of(reader.slackUser());
        }
        var found = Optional.ofNullable(reader.email()).flatMap(people::withAddress);
        return found.filter(user -> current.of(user).id().equals(reader.id()));
    }
}
