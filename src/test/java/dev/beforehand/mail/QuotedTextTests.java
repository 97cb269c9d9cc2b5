package dev.beforehand.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "Gesendet: Montag, 3. Juni 2013 um 10:02 Uhr\nVon: \"Ana Ruiz\" <ana@acme.example>\nAn: jo@web.example\nBetreff: INV-1\n\nPlease pay",
                "De : Ana Ruiz <ana@acme.example>\nEnvoyé : lundi 3 juin 2013 10:02\nÀ : Jo\nObjet : INV-1\n\nPlease pay",
                "De\u00a0: Ana Ruiz\nEnvoyé\u00a0: lundi\nÀ\u00a0: Jo\nObjet\u00a0: INV-1\n\nPlease pay",
                "-----Message d'origine-----\nDe : Ana\nPlease pay",
                "Le lun. 3 juin 2013 à 10:02, Ana Ruiz <ana@acme.example> a écrit :\n\n> Please pay",
                "Le lun. 3 juin 2013 à 10:02, Ana Ruiz <ana@acme.example>\na écrit\u00a0:\n\nPlease pay",
                "El lun, 3 jun 2013 a las 10:02, Ana Ruiz (<ana@acme.example>) escribió:\n\n> Please pay",
                "Il giorno lun 3 giu 2013 alle ore 10:02 Ana Ruiz <ana@acme.example> ha scritto:\n\n> Please pay",
                "Op ma 3 jun. 2013 om 10:02 schreef Ana Ruiz <ana@acme.example>:\n\n> Please pay",
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
                "Date: Friday\nSubject: our payment",
                "Le 3 juin nous payons :\nla facture",
                "-- a dash is no quote --"
            })
    void whatTheWriterSaysStays(String text) {
        assertThat(QuotedText.cut(text)).isEqualTo(text.replaceAll("\n{3,}", "\n\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "Siehe Antworten unten, true",
        "See my answers inline., true",
        "Voir ci-dessous, true",
        "--, true",
        "'', true",
        "Ok, false",
        "Paid today., false"
    })
    void fewWordsThatPointToTheQuoteAreNoAnswerByThemselves(String left, boolean points) {
        assertThat(QuotedText.pointsToWhatWasCut(left)).isEqualTo(points);
        assertThat(QuotedText.pointsToWhatWasCut(left + "Paid the rest. ".repeat(30)))
                .isFalse();
    }

    @Test
    void answersBetweenAndBelowTheQuotesStay() {
        assertThat(QuotedText.cut(
                        "On 3 May 2013 Ana wrote:\n> INV-1 is due\n\nPaid on Monday.\n> INV-2 too\nNot ours.\r\n"))
                .isEqualTo("Paid on Monday.\nNot ours.");
    }
}
