package dev.beforehand.correspondence;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import dev.beforehand.activity.Activities;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.database.TestLedger;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.mail.ReplyAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The whole room, with a mail server that says what a test wants it to say. */
@Import({
    Activities.class,
    Clients.class,
    Colleagues.class,
    ReplyAddress.class,
    OutgoingRows.class,
    IncomingRows.class,
    AnswerRows.class,
    FollowUps.class,
    Suspensions.class,
    Overtaken.class,
    Sorting.class,
    IncomingMails.class,
    Correspondence.class,
    WrittenAnswers.class,
    AnswerBook.class,
    AnswerDepartures.class,
    TestLedger.class
})
class CorrespondenceFixture {

    /** What the mail server was handed, and what it says. */
    static final class Post {

        final List<OutgoingMail> handed = new CopyOnWriteArrayList<>();
        volatile Delivery answer = new Delivery.Accepted();
        volatile Optional<Sentence> missing = Optional.empty();
    }

    @Bean
    Post post() {
        return new Post();
    }

    @Bean
    Mailer mailer(Post post) {
        var mailer = mock(Mailer.class);
        lenient().when(mailer.missing()).thenAnswer(call -> post.missing);
        lenient().when(mailer.newMessageId()).thenAnswer(call -> "<" + UUID.randomUUID() + "@brightwater.example>");
        lenient()
                .when(mailer.sender(any()))
                .thenAnswer(
                        call -> new MailAddress("billing@brightwater.example", call.getArgument(0) + ", Brightwater"));
        lenient().when(mailer.send(any(), any())).thenAnswer(call -> {
            if (!call.<Duration>getArgument(1).isPositive()) {
                return new Delivery.Unreachable(Sentence.asIs("Its turn came too late."));
            }
            post.handed.add(call.getArgument(0));
            return post.answer;
        });
        return mailer;
    }
}
