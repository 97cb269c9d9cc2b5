package dev.beforehand.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.practice.PracticeLetter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailThreadTests {

    private static final String EVA = "eva@hartmann.example";
    private static final String OTTO = "otto@hartmann.example";

    @Test
    void mailsThatGoOnFromEachOtherAreOneThreadInEachMailbox() {
        var threads = MailThread.of(List.of(
                received("1", EVA, "<a>"),
                received("2", OTTO, "<a>"),
                received("3", EVA, "<b>"),
                sent("4", EVA, "<c>", "<a>"),
                received("5", EVA, "<d>", "<a>", "<c>"),
                received("6", OTTO, "<e>", "<gone>")));

        assertThat(threads)
                .extracting(thread ->
                        thread.mails().stream().map(PracticeLetter::id).toList())
                .containsExactly(List.of("2"), List.of("3"), List.of("1", "4", "5"), List.of("6"));
    }

    @Test
    void whatTheClientGotLastIsOpened() {
        var thread = MailThread.of(List.of(received("1", EVA, "<a>"), sent("2", EVA, "<b>", "<a>")))
                .getFirst();

        assertThat(thread.newest().id()).isEqualTo("2");
        assertThat(thread.newestLetter().id()).isEqualTo("1");
    }

    private static PracticeLetter received(String id, String owner, String messageId, String... answers) {
        return mail(id, owner, owner, messageId, answers);
    }

    private static PracticeLetter sent(String id, String owner, String messageId, String... answers) {
        return mail(id, owner, "replies@brightwater.example", messageId, answers);
    }

    private static PracticeLetter mail(String id, String owner, String to, String messageId, String... answers) {
        return new PracticeLetter(
                id, Instant.EPOCH, owner, "", "", to, null, "", "", "", messageId, List.of(answers), "", "");
    }
}
