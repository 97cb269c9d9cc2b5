package dev.beforehand.notes;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps internal notes, each message once. */
@Service
public class Notes {

    private final JdbcClient jdbc;
    private final Activities activities;
    private final Clock clock;

    Notes(JdbcClient jdbc, Activities activities, Clock clock) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * @param link where they can be read
     * @return how many of them were not kept before, of this client or another
     */
    @Transactional
    public int keep(ClientId client, List<Note> notes, ColleagueId by, @Nullable String link) {
        var kept = notes.stream().filter(note -> insert(client, note, by)).toList();
        activities.record(kept.stream()
                .map(note -> Activity.inSlack(
                                Kind.NOTE_KEPT, by.value(), client.value(), null, note.speaker() + ": " + note.words())
                        .readAt(link))
                .toList());
        return kept.size();
    }

    private boolean insert(ClientId client, Note note, ColleagueId by) {
        return jdbc.sql("""
                        insert into internal_note (client_id, channel, ts, speaker, said_at, words, kept_by, kept_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (channel, ts) do nothing""")
                        .params(
                                client.value(),
                                note.channel(),
                                note.ts(),
                                note.speaker(),
                                note.saidAt().toEpochMilli(),
                                note.words(),
                                by.value(),
                                clock.millis())
                        .update()
                == 1;
    }
}
