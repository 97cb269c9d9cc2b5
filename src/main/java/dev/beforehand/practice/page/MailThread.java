package dev.beforehand.practice.page;

import dev.beforehand.practice.PracticeLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Mails in the mailbox of one client that go on from each other, the oldest first; at least one. */
record MailThread(List<PracticeLetter> mails) {

    private record Key(String owner, String messageId) {}

    /** Threads as a mail program makes them: by {@code References} and {@code In-Reply-To}; where the newest mail is, last. */
    static List<MailThread> of(List<PracticeLetter> all) {
        var threads = new ArrayList<List<PracticeLetter>>();
        var byMail = new HashMap<Key, List<PracticeLetter>>();
        for (var mail : all) {
            var thread = threadOf(mail, byMail);
            thread.add(mail);
            byMail.put(new Key(mail.owner(), mail.messageId()), thread);
            threads.remove(thread);
            threads.add(thread);
        }
        return threads.stream().map(MailThread::new).toList();
    }

    private static List<PracticeLetter> threadOf(PracticeLetter mail, Map<Key, List<PracticeLetter>> byMail) {
        return mail.answers().stream()
                .map(id -> byMail.get(new Key(mail.owner(), id)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(ArrayList::new);
    }

    PracticeLetter first() {
        return mails.getFirst();
    }

    PracticeLetter newest() {
        return mails.getLast();
    }

    /** The one to open: what the client got last. */
    PracticeLetter newestLetter() {
        return mails.reversed().stream()
                .filter(PracticeLetter::isReceived)
                .findFirst()
                .orElseGet(this::newest);
    }

    boolean has(String id) {
        return mails.stream().anyMatch(mail -> mail.id().equals(id));
    }
}
