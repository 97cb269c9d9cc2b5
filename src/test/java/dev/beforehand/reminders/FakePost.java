package dev.beforehand.reminders;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** A mail server that says what a test wants it to say, and keeps what it was handed. */
final class FakePost {

    final Mailer mailer = mock(Mailer.class);
    final List<OutgoingMail> handed = new CopyOnWriteArrayList<>();
    private Function<OutgoingMail, Delivery> answer = mail -> new Delivery.Accepted();
    private Supplier<Optional<Sentence>> missing = Optional::empty;

    FakePost() {
        lenient().when(mailer.connections()).thenReturn(4);
        lenient().when(mailer.missing()).thenAnswer(call -> missing.get());
        lenient().when(mailer.company()).thenReturn("Brightwater Supplies");
        lenient().when(mailer.newMessageId()).thenAnswer(call -> "<" + UUID.randomUUID() + "@brightwater.example>");
        lenient()
                .when(mailer.sender(any()))
                .thenAnswer(call ->
                        new MailAddress("billing@brightwater.example", call.getArgument(0) + ", Brightwater Supplies"));
        lenient().when(mailer.send(any(), any())).thenAnswer(call -> {
            handed.add(call.getArgument(0));
            return answer.apply(call.getArgument(0));
        });
    }

    void answers(Delivery delivery) {
        answers(mail -> delivery);
    }

    void answers(Function<OutgoingMail, Delivery> answer) {
        this.answer = answer;
    }

    void lacks(String setting) {
        missing = () -> Optional.of(Sentence.asIs(setting));
    }

    /** So often less one, whoever looks finds that nothing is missing. */
    void lacksFromTheLook(int number, String setting) {
        var looks = new AtomicInteger();
        missing = () -> looks.incrementAndGet() < number ? Optional.empty() : Optional.of(Sentence.asIs(setting));
    }

    void reset() {
        handed.clear();
        answers(new Delivery.Accepted());
        missing = Optional::empty;
    }
}
