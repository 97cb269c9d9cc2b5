package dev.beforehand.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 3 Jun 2013 at 10:02, Ana Ruiz <ana@acme.example> wrote:\n> Please pay",
                "On Mon, 3 Jun 2013 at 10:02, Ana Ruiz\n<ana@acme.example> wrote:\n\nPlease pay",
                "Am 03.06.13 um 10:02 schrieb Ana Ruiz:\n> Please pay",
                "Am Mo., 3. Juni 2013 um 10:02 Uhr schrieb Ana Ruiz <\nana@acme.example>:\n\n> Please pay",
                "Ana Ruiz <ana@acme.example> schrieb am Mo., 3. Juni 2013, 10:02:\n\nPlease pay",
                "-----Original Message-----\nFrom: Ana\nPlease pay",
                "-----Ursprüngliche Nachricht-----\nVon: Ana\nPlease pay",
                "________________________________\nFrom: Ana <ana@acme.example>\nSent: Monday\nTo: Jo\nSubject: INV-1\n\nPlease pay",
                "Von: Ana\nGesendet: Montag\nAn: Jo\nBetreff: INV-1\n\nPlease pay",
                "> Please pay\n> soon"
            })
    void earlierMailsAreCut(String quoted) {
        assertThat(QuotedText.cut("Paid today.\n\nRegards, Jo\n\n" + quoted)).isEqualTo("Paid today.\n\nRegards, Jo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Friday we pay.\nFrom: our bank account",
                "On 3 May 2013 we wrote to you:\n\n\nplease call",
                "Am Montag schrieb ich Ihnen:\nbitte anrufen",
                "From: 100 to 200 EUR\nis what we can pay",
                "-- a dash is no quote --"
            })
    void whatTheWriterSaysStays(String text) {
        assertThat(QuotedText.cut(text)).isEqualTo(text.replaceAll("\n{3,}", "\n\n"));
    }

    @Test
    void answersBetweenAndBelowTheQuotesStay() {
        assertThat(QuotedText.cut(
                        "On 3 May 2013 Ana wrote:\n> INV-1 is due\n\nPaid on Monday.\n> INV-2 too\nNot ours.\r\n"))
                .isEqualTo("Paid on Monday.\nNot ours.");
    }
}
