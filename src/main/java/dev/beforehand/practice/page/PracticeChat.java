package dev.beforehand.practice.page;

import dev.beforehand.practice.NextMorning;
import dev.beforehand.practice.PracticeLetter;
import dev.beforehand.practice.PracticeMailbox;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Component
@ConditionalOnProperty("beforehand.practice.on")
class PracticeChat implements Chat {

    private final PracticeSlack slack;
    private final PracticeMailbox mailbox;
    private final NextMorning nextMorning;

    PracticeChat(PracticeSlack slack, PracticeMailbox mailbox, NextMorning nextMorning) {
        this.slack = slack;
        this.mailbox = mailbox;
        this.nextMorning = nextMorning;
    }

    @Override
    public String company() {
        return Workspace.COMPANY;
    }

    @Override
    public List<Person> people() {
        return slack.workspace().people();
    }

    @Override
    public List<Room> rooms(String person) {
        return slack.workspace().rooms(person);
    }

    @Override
    public List<PracticeMessage> posts(String room, String person) {
        return slack.messages(room, person);
    }

    @Override
    public Optional<PracticeMessage> post(String room, String ts, String person) {
        return slack.message(room, ts, person);
    }

    @Override
    public List<PracticeView> views(String person) {
        return slack.views(person);
    }

    @Override
    public List<Letter> letters() {
        return mailbox.letters().stream().map(PracticeChat::letter).toList();
    }

    private static Letter letter(PracticeLetter letter) {
        return new Letter(
                letter.id(),
                letter.at(),
                letter.from(),
                letter.to(),
                letter.replyTo(),
                letter.subject(),
                letter.html(),
                letter.text(),
                letter.headers());
    }

    @Override
    public Optional<String> act(String person, Place place, JsonNode action, JsonNode state) {
        if (place.view() != null) {
            return slack.actInView(person, place.view(), (ObjectNode) action, state);
        }
        return slack.act(
                person, String.valueOf(place.channel()), String.valueOf(place.ts()), (ObjectNode) action, state);
    }

    @Override
    public Submitted submit(String person, String view, JsonNode state) {
        var submitted = slack.submit(person, view, state);
        return new Submitted(submitted.errors(), submitted.problem());
    }

    @Override
    public void close(String person, String view) {
        slack.close(person, view);
    }

    @Override
    public Optional<String> react(String person, String room, String ts, String emoji) {
        return slack.toggleReaction(person, room, ts, emoji);
    }

    @Override
    public Optional<String> say(String person, String room, @Nullable String thread, String text) {
        return slack.say(person, room, thread, text);
    }

    @Override
    public Optional<String> nextMorning() {
        return nextMorning.come();
    }

    @Override
    public void onChange(Runnable listener) {
        slack.onChange(listener);
    }
}
