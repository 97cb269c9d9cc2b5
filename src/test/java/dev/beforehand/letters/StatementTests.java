package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.beforehand.letters.LetterModel.Line;
import dev.beforehand.letters.LetterModel.Recipient;
import dev.beforehand.letters.LetterModel.Sender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StatementTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);
    private final LetterRenderer renderer = LetterRenderer.packaged(Locale.UK);

    @Test
    void everyNumberAndTotalIsInIt() throws IOException {
        try (var pdf = pdf(
                "Kestrel & Sons",
                Locale.GERMANY,
                line("RE-1", -9, "EUR 1234.50"),
                line("RE-2", 20, "EUR 80.00"),
                line("RE-3", 35, "USD 7.00"))) {
            assertThat(text(pdf))
                    .contains("Acme", "Offene Rechnungen", "Kunde: Kestrel & Sons", "Datum: 5. Juni 2026")
                    .contains("Ihre Bestellnummer: PO-77")
                    .contains("RE-1", "1.234,50 €", "RE-2", "80,00 €", "RE-3", "7,00 $")
                    .contains("Überfällig", "1.314,50 €", "1 / 1");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de-DE");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Offene Rechnungen von Kestrel & Sons bei Acme, 5. Juni 2026");
        }
    }

    @Test
    void namesFromOutsideAreTextInManyAlphabets() throws IOException {
        var hostile = "<script>x</script> & <img src=file:///etc/passwd> Ωμέγα Жук Łódź";
        try (var pdf = pdf(hostile, Locale.UK, line("</td></table>#1", 0, "EUR 1.00"))) {
            assertThat(text(pdf)).contains("Client: " + hostile, "</td></table>#1");
        }
    }

    @Test
    void aLongListGoesOverPagesEachWithItsHead() throws IOException {
        var lines = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> line("INV-" + (10_000 + i), i - 250, "GBP 1.00"))
                .toArray(Line[]::new);
        try (var pdf = pdf("Kestrel", Locale.UK, lines)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains("Invoice Issued Due Balance", page + " / ");
            }
            assertThat(text(pdf)).contains("INV-10001", "INV-10250", "INV-10500", "£500.00");
        }
    }

    @Test
    void nothingIsLoadedThoughATemplateNamesIt() throws IOException {
        var page = "<html><head><title>x</title><link rel=stylesheet href=%1$s><style>@import url(%1$s);</style></head>"
                + "<body><img src=%1$s><object data=%1$s></object><p style=\"background:url(%1$s)\">Words</p></body></html>";
        var asked = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            var address = "http://localhost:" + server.getAddress().getPort() + "/x";
            var statement = new Letter("x", page.formatted(address), "x", Locale.UK);
            try (var pdf = Loader.loadPDF(Statement.pdf(statement))) {
                assertThat(text(pdf)).contains("Words");
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theSameStatementIsTheSameFile() {
        var statement = renderer.statement(model("Kestrel", Locale.UK, line("A-1", 0, "EUR 1.00")));

        assertThat(Statement.pdf(statement)).isEqualTo(Statement.pdf(statement));
    }

    @Test
    void paperIsTheCountrys() throws IOException {
        try (var american = pdf("Kestrel", Locale.US, line("A-1", 0, "USD 1.00"));
                var british = pdf("Kestrel", Locale.UK, line("A-1", 0, "GBP 1.00"))) {
            assertThat(american.getPage(0).getMediaBox().getHeight()).isEqualTo(792);
            assertThat(british.getPage(0).getMediaBox().getHeight()).isBetween(841f, 842f);
        }
    }

    private PDDocument pdf(String client, Locale locale, Line... lines) throws IOException {
        return Loader.loadPDF(Statement.pdf(renderer.statement(model(client, locale, lines))));
    }

    private static LetterModel model(String client, Locale locale, Line... lines) {
        return new LetterModel(
                new Recipient(client, "Jo", null, "PO-77", locale),
                new Sender("Ana Ruiz", "ana@acme.example", "Acme"),
                List.of(lines),
                TODAY);
    }

    private static Line line(String number, int dueIn, String balance) {
        return new Line(number, TODAY.minusDays(300), TODAY.plusDays(dueIn), Money.parse(balance), false);
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("[\\u00a0\\u202f]", " ");
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
