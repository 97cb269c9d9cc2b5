package dev.beforehand.slack.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.invoices.InvoiceId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectTests {

    static List<Subject> subjects() {
        return List.of(
                new Subject.OfInvoice(new InvoiceId(12)),
                new Subject.OfClient(new ClientId(12)),
                new Subject.OfCheckIn(new CheckInId(12)),
                new Subject.OfMail(new IncomingId(12)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void isReadFromItsKey(Subject subject) {
        assertThat(Subject.of(subject.key())).isEqualTo(subject);
    }

    @Test
    void theCardsOfEarlierVersionsNameACheckInByItsNumberAlone() {
        assertThat(Subject.of("12")).isEqualTo(new Subject.OfCheckIn(new CheckInId(12)));
    }
}
