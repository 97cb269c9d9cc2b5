package dev.beforehand.slack.note;

import dev.beforehand.clients.ColleagueId;
import dev.beforehand.digest.Agenda;
import dev.beforehand.digest.Agendas;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one note of a person and day, in their direct messages. It is posted while it is news and something waits. */
@Component
class NoteCards implements CardKind {

    private static final String SUBJECT = "note:";

    private final NoteReaders readers;
    private final NoteTimes times;
    private final Agendas agendas;
    private final NoteBlocks blocks;
    private final Clock clock;

    NoteCards(NoteReaders readers, NoteTimes times, Agendas agendas, NoteBlocks blocks, Clock clock) {
        this.readers = readers;
        this.times = times;
        this.agendas = agendas;
        this.blocks = blocks;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    @Override
    public Optional<Place> place(String subject) {
        var now = LocalDateTime.now(clock);
        return Optional.of(subject)
                .filter(note -> day(note).equals(now.toLocalDate()))
                .flatMap(note -> readers.find(person(note)))
                .filter(reader -> !reader.muted() && times.isNews(reader, now))
                .filter(reader -> !agenda(subject).isEmpty())
                .flatMap(reader -> Optional.ofNullable(reader.slackUser()))
                .map(user -> new Place(user, null));
    }

    @Override
    public SlackMessage render(String subject) {
        return blocks.render(agenda(subject));
    }

    static String subject(ColleagueId person, LocalDate day) {
        return SUBJECT + person + ":" + day;
    }

    private Agenda agenda(String subject) {
        return agendas.of(person(subject), day(subject));
    }

    private static ColleagueId person(String subject) {
        return new ColleagueId(Long.parseLong(subject.split(":")[1]));
    }

    private static LocalDate day(String subject) {
        return LocalDate.parse(subject.split(":")[2]);
    }
}
