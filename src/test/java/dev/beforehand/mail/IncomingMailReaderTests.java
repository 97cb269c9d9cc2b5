package dev.beforehand.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.beforehand.mail.DeliveryReport.Outcome;
import dev.beforehand.mail.DeliveryReport.Recipient;
import dev.beforehand.mail.IncomingMail.Kind;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingMailReaderTests {

    private static final String HEAD = """
            Message-ID: <1@kestrel.example>
            From: Jo Kestrel <jo@kestrel.example>
            To: billing@acme.example
            Subject: Re: Invoice INV-1
            """;

    private final IncomingMailReader reader = new IncomingMailReader(1000);

    @Test
    void whoWroteWhatToWhomAndWhatItAnswers() {
        var mail = read("""
                Message-ID: <2@kestrel.example>
                Date: Mon, 17 Jun 2013 10:00:00 +0200
                From: =?UTF-8?Q?J=C3=B6rg_Kestrel?= <Joerg@Kestrel.example>
                To: "Acme, Billing" <billing@acme.example>,
                 Replies+abc@acme.example
                Cc: <boss@kestrel.example>
                Subject: =?ISO-8859-1?Q?Re:_Zahlung_f=FCr?= INV-1
                References: <a@acme.example>
                \t<b@acme.example>
                In-Reply-To: <b@acme.example>

                We pay on Friday.
                """);

        assertThat(mail.messageId()).isEqualTo("<2@kestrel.example>");
        assertThat(mail.from()).isEqualTo(new MailAddress("Joerg@Kestrel.example", "Jörg Kestrel"));
        assertThat(mail.to())
                .containsExactly("billing@acme.example", "replies+abc@acme.example", "boss@kestrel.example");
        assertThat(mail.subject()).isEqualTo("Re: Zahlung für INV-1");
        assertThat(mail.references()).containsExactly("<a@acme.example>", "<b@acme.example>");
        assertThat(mail.text()).isEqualTo("We pay on Friday.");
        assertThat(mail.kind()).isEqualTo(Kind.HUMAN);
        assertThat(mail.cutOff()).isFalse();
        assertThat(mail.toString()).doesNotContain("Friday", "kestrel");
    }

    @ParameterizedTest
    @CsvSource({
        "Tickets <tickets+1@kestrel.example>, tickets+1@kestrel.example",
        "JO@kestrel.example, ",
        "nobody,",
    })
    void whereAnAnswerIsToGoIsReadIfItIsNotTheSender(String field, @Nullable String address) {
        var replyTo = read("Reply-To: " + field + "\n" + HEAD + "\nHi").replyTo();
        assertThat(replyTo == null ? null : replyTo.address()).isEqualTo(address);
    }

    @Test
    void whatIsAnsweredDirectlyIsTheLastReference() {
        assertThat(read(HEAD + "References: <b@x.example> <a@x.example>\nIn-Reply-To: <b@x.example>\n\nYes")
                        .references())
                .containsExactly("<a@x.example>", "<b@x.example>");
    }

    @Test
    void htmlIsReadWithoutScriptStyleAndHiddenTextAndLinksShowTheirAddress() {
        var mail = html("""
                <html><head><title>T</title><style>p {color: red}</style></head><body>
                <script>alert('x')</script><div style="display:none">preheader</div>
                <p>We   paid&nbsp;it, see <a href="https://bank.example/proof">here</a>
                and <a href="javascript:alert(1)">there</a>.</p>
                <ul><li>INV-1</li><li>INV-2</li></ul><div>Jo</div></body></html>""");

        assertThat(mail.text())
                .isEqualTo("We paid it, see here <https://bank.example/proof> and there.\n\n- INV-1\n- INV-2\nJo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>Paid.</div><div class='gmail_quote'><div class='gmail_attr'>On Mon wrote:</div><blockquote class='gmail_quote'>Old</blockquote></div>",
                "<p>Paid.</p><blockquote type='cite'>Old</blockquote>",
                "<div>Paid.</div><div id='appendonsend'></div><hr><div id='divRplyFwdMsg'><b>From:</b> Ana</div><div>Old</div>",
                "<div><div>Paid.</div><div><div id='divRplyFwdMsg'>From Ana</div></div></div><div>Old</div>",
                "<p>Paid.</p><div><p><b>From:</b> Ana Ruiz<br><b>Sent:</b> Monday<br><b>To:</b> Jo<br><b>Subject:</b> INV-1</p><p>Old</p></div>",
                "<div class='moz-cite-prefix'>Am 3.5.2026 schrieb Ana:</div><blockquote type='cite'>Old</blockquote><p>Paid.</p>"
            })
    void whatAnHtmlMailQuotesIsCut(String html) {
        assertThat(html(html).text()).isEqualTo("Paid.");
    }

    @Test
    void aMailThatOnlyQuotesShowsAllOfItRatherThanNothing() {
        assertThat(html("<blockquote type='cite'>Please pay INV-1</blockquote>").text())
                .isEqualTo("Please pay INV-1");
        assertThat(read(HEAD + "\n> Please pay INV-1\n").text()).isEqualTo("> Please pay INV-1");
    }

    @Test
    void anAnswerWrittenIntoTheQuoteIsShownWithIt() {
        assertThat(
                        html("<p>Siehe Antworten unten</p><div id='divRplyFwdMsg'>Von: Ana</div><p>INV-1? <b>Bezahlt.</b></p>")
                                .text())
                .contains("Siehe Antworten unten", "Bezahlt.");
        assertThat(read(HEAD + "\nSee below.\n\nFrom: Ana\nSent: Monday\nTo: Jo\nSubject: INV-1\n\nINV-1?\nPaid.")
                        .text())
                .contains("See below.", "Paid.");
    }

    @Test
    void theHtmlOfTwoAlternativesIsReadAndThePlainTextWhereItIsEmpty() {
        var both = """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                plain
                --b
                Content-Type: text/html

                %s
                --b--
                """;

        assertThat(read(HEAD + both.formatted("<p>html</p>")).text()).isEqualTo("html");
        assertThat(read(HEAD + both.formatted("<img src=x>")).text()).isEqualTo("plain");
    }

    @Test
    void attachmentsAreNamedAndKeptWithinTheSetSize() {
        var mail = read(HEAD + """
                Content-Type: multipart/mixed; boundary="b"

                --b

                See below
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="=?UTF-8?Q?Best=C3=A4tigung.pdf?="
                Content-Transfer-Encoding: base64

                aGVsbG8=
                --b
                Content-Type: image/png
                Content-Disposition: inline; filename*=UTF-8''scan%%20%%2F1.png

                %s
                --b
                Content-Type: message/rfc822

                Subject: forwarded

                x
                --b--
                """.formatted("x".repeat(2000)));

        assertThat(mail.text()).isEqualTo("See below");
        assertThat(mail.attachments())
                .extracting(IncomingAttachment::name, IncomingAttachment::type, IncomingAttachment::size)
                .containsExactly(
                        tuple("Bestätigung.pdf", "application/pdf", 5L),
                        tuple("1.png", "image/png", 2000L),
                        tuple("message.eml", "message/rfc822", 23L));
        assertThat(mail.attachments().getFirst().content()).asString().isEqualTo("hello");
        assertThat(mail.attachments().get(1).content()).isNull();
    }

    @ParameterizedTest(name = "{0} is called {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "report.pdf          | report.pdf",
                "../../etc/passwd    | passwd",
                "C:\\temp\\a b.xls   | a b.xls",
                "..                  | attachment",
                ".profile            | profile",
                "a<b>:c?.txt         | a_b_c_.txt",
                "''                  | attachment"
            })
    void aFileNameIsHarmless(String given, String shown) {
        assertThat(AttachmentName.of(given, "attachment")).isEqualTo(shown);
    }

    @Test
    void aFileNameHidesNothingAndKeepsItsEnding() {
        assertThat(AttachmentName.of("invoice\u202Efdp.exe\r\n", "x")).isEqualTo("invoicefdp.exe");
        assertThat(AttachmentName.of("a".repeat(300) + ".pdf", "x"))
                .hasSize(100)
                .endsWith("aaa….pdf");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied                    | AUTOMATIC",
                "Auto-Submitted: auto-generated (vacation)       | AUTOMATIC",
                "Auto-Submitted: no                              | HUMAN",
                "Auto-Submitted: No; owner=x                     | HUMAN",
                "Precedence: bulk                                | BULK",
                "Precedence: list                                | LIST",
                "Precedence: junk                                | AUTOMATIC",
                "Precedence: auto_reply                          | AUTOMATIC",
                "Precedence: first-class                         | HUMAN",
                "X-Autoreply: yes                                | AUTOMATIC",
                "List-Id: <list.example>                         | LIST",
                "Return-Path: <>                                 | AUTOMATIC",
                "Return-Path: <jo@kestrel.example>               | HUMAN",
                "X-Auto-Response-Suppress: All                   | HUMAN"
            })
    void automaticAnswersAreTold(String line, Kind kind) {
        assertThat(read(line + "\n" + HEAD + "\nHello").kind()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "List-Id: <n.example>; List-Unsubscribe: <https://n.example/u>; List-Unsubscribe-Post: List-Unsubscribe=One-Click | BULK",
                "List-Id: <n.example>; List-Unsubscribe-Post: List-Unsubscribe=One-Click; List-Post: NO                            | BULK",
                "List-Id: <n.example>; List-Post: NO (announcements only)                                                          | BULK",
                "List-Id: <n.example>; Precedence: bulk                                                                            | BULK",
                "List-Id: <n.example>; Precedence: Bulk; Auto-Submitted: auto-generated                                            | AUTOMATIC",
                "List-Id: <g.example>; Precedence: list; List-Unsubscribe: <mailto:u@g.example>; List-Post: <mailto:b@g.example>   | LIST",
                "List-Id: <g.example>; List-Unsubscribe-Post: List-Unsubscribe=One-Click; List-Post: <mailto:b@g.example>          | LIST",
                "List-Id: <g.example>; Precedence: bulk; List-Post: <mailto:b@g.example>                                           | LIST",
                "List-Id: <g.example>; List-Unsubscribe: <mailto:u@g.example>                                                      | LIST"
            })
    void aNewsletterIsToldFromWhatAGroupPassesOn(String lines, Kind kind) {
        assertThat(read(lines.replace("; ", "\n") + "\n" + HEAD + "\nHello").kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Automatic reply: Invoice, AUTOMATIC",
        "Automatische Antwort: Re: Rechnung, AUTOMATIC",
        "Abwesenheitsnotiz Jo Weiss, AUTOMATIC",
        "ABWESEND, AUTOMATIC",
        "Out of Office: Jo, AUTOMATIC",
        "Out of the office - Jo, AUTOMATIC",
        "Réponse automatique : Facture, AUTOMATIC",
        "RÉPONSE AUTOMATIQUE : Facture, AUTOMATIC",
        "Absent du bureau: Facture, AUTOMATIC",
        "Respuesta automática: Factura, AUTOMATIC",
        "Fuera de la oficina: Factura, AUTOMATIC",
        "Risposta automatica: Fattura, AUTOMATIC",
        "Fuori sede: Fattura, AUTOMATIC",
        "Automatisch antwoord: Factuur, AUTOMATIC",
        "Afwezig: Factuur, AUTOMATIC",
        "Re: Invoice, HUMAN",
        "Re: Automatic reply: Invoice, HUMAN",
        "AW: Automatische Antwort: Rechnung, HUMAN",
        "Out of office until Friday and then we pay, HUMAN",
        "Question about your automatic reply, HUMAN"
    })
    void outOfOfficeIsToldByHowItsSubjectBegins(String subject, Kind kind) {
        var encoded = "=?utf-8?B?" + base64(subject) + "?=";
        assertThat(read("From: a@b.example\nSubject: " + encoded + "\n\nx").kind())
                .isEqualTo(kind);
    }

    @Test
    void aMailServersOwnMailIsAutomatic() {
        assertThat(read("From: MAILER-DAEMON@kestrel.example\nSubject: failure notice\n\nno such user")
                        .kind())
                .isEqualTo(Kind.AUTOMATIC);
    }

    @ParameterizedTest(name = "{0} {1} is {2}, permanent: {3}")
    @CsvSource({
        "failed, 5.1.1, FAILED, true",
        "failed, 4.4.7, FAILED, false",
        "Delayed, 4.2.2, DELAYED, false",
        "relayed, 2.0.0, OTHER, false"
    })
    void aDeliveryReportSaysWhatBecameOfWhichLetter(String action, String status, Outcome outcome, boolean permanent) {
        var mail = read(report(action, status, "Message-ID: <letter@acme.example>\nSubject: Invoice"));

        assertThat(mail.kind()).isEqualTo(Kind.REPORT);
        var report = mail.report();
        assertThat(report).isNotNull();
        assertThat(report.originalMessageId()).isEqualTo("<letter@acme.example>");
        assertThat(report.recipients())
                .containsExactly(new Recipient("jo@kestrel.example", outcome, status, "smtp; 550 no such user"));
        assertThat(report.recipients().getFirst().isPermanent()).isEqualTo(permanent);
        assertThat(mail.text()).isEqualTo("Your letter did not arrive.");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void aReportThatDoesNotNameTheLetterIsReadAllTheSame() {
        var report = read(report("failed", "5.0.0", "Subject: nothing")).report();

        assertThat(report).isNotNull();
        assertThat(report.originalMessageId()).isNull();
        assertThat(report.recipients()).hasSize(1);
    }

    @Test
    void aReadReceiptIsAutomatic() {
        assertThat(read(HEAD + "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n"
                                + "--b\n\nRead.\n--b\nContent-Type: message/disposition-notification\n\nx: y\n--b--")
                        .kind())
                .isEqualTo(Kind.AUTOMATIC);
    }

    @Test
    void aCopyHasTheSameKeyAndAnotherMailWithTheSameIdHasNot() {
        var mail = read(HEAD + "\nOne");

        assertThat(read("Received: by mx2\n" + HEAD + "\nOne").key()).isEqualTo(mail.key());
        assertThat(read(HEAD.replace("INV-1", "INV-2") + "\nTwo").key()).isNotEqualTo(mail.key());
        var without = "From: jo@kestrel.example\nSubject: Hi\n\n";
        assertThat(read(without + "One").key()).isEqualTo(read(without + "One").key());
        assertThat(read(without + "One").key())
                .isNotEqualTo(read(without + "Two").key());
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8, Grüße",
        "iso-8859-1, ISO-8859-1, Grüße",
        "x-no-such-thing, UTF-8, Grüße",
        "x-no-such-thing, windows-1252, Grüße",
        "'', UTF-8, Grüße"
    })
    void aTextIsReadInItsCharsetAndInALikelyOneWhereThatIsUnknown(String named, String written, String text) {
        var head = (HEAD + "Content-Type: text/plain; charset=" + named + "\n\n").getBytes(StandardCharsets.US_ASCII);
        var body = text.getBytes(Charset.forName(written));
        var message = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, message, head.length, body.length);

        assertThat(reader.read(message, false).text()).isEqualTo(text);
    }

    @Test
    void brokenMailsShowWhatCanBeRead() {
        assertThat(read("").text()).isEmpty();
        assertThat(read("no head at all").text()).isEmpty();
        assertThat(read(HEAD + "Content-Type: multipart/mixed\n\n--b\n\nNo boundary given\n--b--")
                        .text())
                .isEqualTo("No boundary given");
        assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=x\n\nNo such boundary")
                        .text())
                .isEqualTo("No such boundary");
        assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nNo end")
                        .text())
                .isEqualTo("No end");
        assertThat(read(HEAD + "Content-Type: ;;;=\n\nNo type").text()).isEqualTo("No type");
        assertThat(read(HEAD + "Content-Transfer-Encoding: rot13\n\nNo encoding")
                        .text())
                .isEqualTo("No encoding");
        assertThat(read(HEAD + "Content-Transfer-Encoding: base64\n\nV2UgcGF5\n*broken*")
                        .text())
                .startsWith("We pay");
        assertThat(read("From: @@<>,\nMessage-ID: none\nDate: soon\nTo: x\nSubject: =?utf-8?B?\u0000?=\n\nHi"))
                .extracting(IncomingMail::from, IncomingMail::messageId, IncomingMail::text)
                .containsExactly(null, null, "Hi");
    }

    @Test
    void aHeadFromOutsideStaysOneLine() {
        var mail = read("From: =?utf-8?B?%s?= <jo@kestrel.example>\nSubject: =?utf-8?B?%s?=\n\nx"
                .formatted(base64("Jo\r\nBcc: all@acme.example"), base64("Hi\r\nBcc: all@acme.example")));

        assertThat(mail.from()).isNotNull();
        assertThat(mail.from().name()).isEqualTo("Jo Bcc: all@acme.example");
        assertThat(mail.subject()).isEqualTo("Hi Bcc: all@acme.example");
    }

    @Test
    void aThousandPartsInsideEachOtherAndAnEndlessHeadAreNoTrouble() {
        var nested = new StringBuilder(HEAD);
        for (int i = 0; i < 1000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        assertThat(read(nested + "\nDeep").subject()).isEqualTo("Re: Invoice INV-1");
        assertThat(read(HEAD + "X-Long: " + "x".repeat(9_000_000) + "\n\nText").text())
                .isEqualTo("Text");
        assertThat(read(HEAD + "X: y\n".repeat(1_000_000) + "\nText").text()).isEqualTo("Text");
        assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(1_000_000))
                        .subject())
                .isEqualTo("Re: Invoice INV-1");
        assertThat(html("<div>".repeat(200_000) + "Text").text()).isEqualTo("Text");
        assertThat(read(HEAD + "\n" + "On <a@b> <@ ".repeat(300_000)).text()).hasSize(100_000);
    }

    /** Each of these took a hundred times as much before it was bounded. */
    @Test
    void noMailTakesMuchTimeOrMemory() {
        var heads = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 42; i++) {
            heads.append("--b\n").append("a:\n".repeat(80 * 1024)).append("\nx\n");
        }
        var marker = "Paid.<div id=appendonsend></div>" + "<p>".repeat(160_000);
        var quotes = "Paid." + "<blockquote type=cite>x</blockquote>".repeat(25_000);

        assertThat(allocatedBy(
                        () -> assertThat(read(heads.toString()).subject()).isEqualTo("Re: Invoice INV-1")))
                .isLessThan(256L * 1024 * 1024);
        assertTimeout(Duration.ofSeconds(4), () -> {
            assertThat(html(marker).text()).isEqualTo("Paid.");
            assertThat(html(quotes).text()).isEqualTo("Paid.");
        });
    }

    private static long allocatedBy(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void whatWasCutOffShowsItsTextAndNamesTheFileThatDidNotFit() {
        var mail = reader.read(bytes(HEAD + """
                Content-Type: multipart/mixed; boundary=b

                --b

                See the scan
                --b
                Content-Disposition: attachment; filename=scan.pdf

                half of"""), true);

        assertThat(mail.cutOff()).isTrue();
        assertThat(mail.text()).isEqualTo("See the scan");
        assertThat(mail.attachments()).extracting(IncomingAttachment::name).containsExactly("scan.pdf");
        assertThat(mail.attachments().getFirst().content()).isNull();
    }

    @Test
    void aLongTextIsCutBetweenItsCharacters() {
        var text = read(HEAD + "\nx" + "\uD83D\uDE00".repeat(60_000)).text();

        assertThat(text).endsWith("\uD83D\uDE00…").hasSizeLessThanOrEqualTo(100_000);
        assertThat(read("Subject: x" + "\uD83D\uDE00".repeat(300) + "\n\n").subject())
                .endsWith("\uD83D\uDE00…");
    }

    @Test
    void noChangedByteMakesItFail() {
        var random = new Random(3834);
        var whole = bytes(report("failed", "5.1.1", "Message-ID: <letter@acme.example>")
                + HEAD
                + "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\n\nOn 1.1.2026 Jo wrote:\n--b--");
        assertTimeout(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 1000; round++) {
                var broken = whole.clone();
                for (int i = 0; i < 20; i++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                assertThat(reader.read(Arrays.copyOf(broken, random.nextInt(broken.length)), false)
                                .key())
                        .hasSize(64);
            }
        });
    }

    private static String report(String action, String status, String original) {
        return """
                From: Mail Delivery System <MAILER-DAEMON@mx.kestrel.example>
                Return-Path: <>
                Subject: Undelivered
                Content-Type: multipart/report; report-type=delivery-status; boundary="r"

                --r
                Content-Type: text/plain

                Your letter did not arrive.
                --r
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.kestrel.example

                Final-Recipient: rfc822; accounts@inner.kestrel.example
                Original-Recipient: rfc822;Jo@Kestrel.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550
                 no such user
                --r
                Content-Type: text/rfc822-headers

                %s
                --r--
                """.formatted(action, status, original);
    }

    private IncomingMail html(String html) {
        return read(HEAD + "Content-Type: text/html; charset=utf-8\n\n" + html);
    }

    private IncomingMail read(String message) {
        return reader.read(bytes(message), false);
    }

    private static byte[] bytes(String message) {
        return message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
