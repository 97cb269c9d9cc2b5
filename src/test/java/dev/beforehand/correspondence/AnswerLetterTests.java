package dev.beforehand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerLetterTests {

    @ParameterizedTest
    @CsvSource({
        "Invoice INV-1, Re: Invoice INV-1",
        "Re: Invoice INV-1, Re: Invoice INV-1",
        "AW: Re: RE : Invoice INV-1, Re: Invoice INV-1",
        "Reminder, Re: Reminder",
        "'', Re:"
    })
    void aSubjectSaysOnceThatItIsAnAnswer(String answered, String subject) {
        assertThat(AnswerLetter.subject(answered)).isEqualTo(subject);
        assertThat(AnswerLetter.subject("x".repeat(500))).hasSize(200);
    }
}
