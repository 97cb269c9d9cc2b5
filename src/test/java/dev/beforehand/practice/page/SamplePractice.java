package dev.beforehand.practice.page;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.beforehand.practice.NextMorning;
import dev.beforehand.practice.PracticeLetter;
import dev.beforehand.practice.PracticeMailbox;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A practice workspace in which something stands, with nothing behind it. */
class SamplePractice {

    static final String CHANNEL = Workspace.RECEIVABLES;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final PracticeSlack slack = mock(PracticeSlack.class);
    final PracticeMailbox mailbox = mock(PracticeMailbox.class);
    final NextMorning nextMorning = mock(NextMorning.class);

    private final List<PracticeMessage> messages = new ArrayList<>();
    private final List<PracticeView> views = new ArrayList<>();
    private final List<PracticeLetter> letters = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    SamplePractice() {
        when(slack.manifest()).thenReturn(new Manifest());
        when(slack.workspace()).thenReturn(new Workspace());
        when(slack.messages(anyString(), anyString())).thenAnswer(call -> in(call.getArgument(0), call.getArgument(1)));
        when(slack.message(anyString(), anyString(), anyString()))
                .thenAnswer(call -> in(call.getArgument(0), call.getArgument(2)).stream()
                        .filter(message -> message.ts().equals(call.getArgument(1)))
                        .findFirst());
        when(slack.views(anyString()))
                .thenAnswer(call -> views.stream()
                        .filter(view -> view.user().equals(call.getArgument(0)))
                        .toList());
        doAnswer(call -> listeners.add(call.getArgument(0))).when(slack).onChange(any());
        when(mailbox.letters()).thenReturn(letters);
        when(mailbox.mails()).thenReturn(letters);
    }

    void says(String ts, String person, String text) {
        put(ts, person, text, "[]", null, null, Map.of());
    }

    void saysOnlyTo(String reader, String ts, String person, String text) {
        put(ts, person, text, "[]", null, reader, Map.of());
    }

    void posts(String ts, String blocks, Map<String, List<String>> reactions) {
        put(ts, Workspace.BOT_USER, "", blocks, null, null, reactions);
    }

    void replies(String thread, String ts, String blocks) {
        put(ts, Workspace.BOT_USER, "", blocks, thread, null, Map.of());
    }

    void opens(String person, String view, String json) {
        views.add(new PracticeView(view, person, "hash", JSON.readTree(json)));
    }

    void receives(String id, String to, String subject, String html, String text) {
        var headers = "To: " + to + "\nSubject: " + subject;
        var from = "Ana Ruiz <accounts@brightwater.example>";
        letters.add(new PracticeLetter(
                id,
                Instant.parse("2013-06-17T07:00:00Z"),
                to,
                from,
                "replies@brightwater.example",
                to,
                null,
                subject,
                html,
                text,
                "<" + id + "@brightwater.example>",
                List.of(),
                headers,
                ""));
    }

    void changes() {
        listeners.forEach(Runnable::run);
    }

    private List<PracticeMessage> in(String room, String person) {
        return messages.stream()
                .filter(message -> message.channel().equals(room) && message.isVisibleTo(person))
                .toList();
    }

    private void put(
            String ts,
            String person,
            String text,
            String blocks,
            @Nullable String thread,
            @Nullable String onlyFor,
            Map<String, List<String>> reactions) {
        messages.add(new PracticeMessage(
                CHANNEL, ts, person, text, JSON.readTree(blocks), thread, onlyFor, reactions, null));
    }
}
