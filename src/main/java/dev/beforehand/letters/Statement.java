package dev.beforehand.letters;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.w3c.dom.Document;

/**
 * Makes a PDF of a page that {@link LetterRenderer#statement} has written. It loads nothing, whatever the page names, and
 * the same page becomes the same bytes. It is tagged, so that it can be read aloud. Its font has Latin, Greek and
 * Cyrillic letters; others become a {@code #}.
 */
public final class Statement {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int NORMAL = 400;
    private static final Set<String> COUNTRIES_WITH_LETTER_PAPER = Set.of("US", "CA", "MX", "PH");
    private static final String STYLE = """
            @page {
              size: %s;
              margin: 18mm 18mm 20mm 18mm;
              @bottom-right { content: counter(page) " / " counter(pages); font-family: Statement; font-size: 8pt }
            }
            * { font-family: Statement !important }
            body { font-size: 10pt; line-height: 1.4; color: #22303c }
            h1 { font-size: 16pt; font-weight: normal }
            table { font-size: 9pt !important; -fs-table-paginate: paginate }
            tr { page-break-inside: avoid }
            """;

    static {
        // What it logs quotes the page.
        XRLog.setLoggingEnabled(false);
    }

    private Statement() {}

    /** @throws UncheckedIOException where it cannot be made */
    public static byte[] pdf(Letter statement) {
        var builder = new PdfRendererBuilder()
                .withW3cDocument(page(statement), "")
                .useFont(Statement::font, "Statement", NORMAL, FontStyle.NORMAL, true)
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                // Without it, the fonts of the machine would be looked through, which takes seconds.
                .usePdfUaAccessibility(true)
                .withProducer("Beforehand");
        try (var renderer = builder.buildPdfRenderer();
                var pdf = renderer.createPDFKeepOpen()) {
            return bytes(pdf, statement);
        } catch (IOException e) {
            throw new UncheckedIOException("The statement could not be made a PDF.", e);
        }
    }

    private static Document page(Letter statement) {
        var page = Jsoup.parse(statement.html());
        var size = COUNTRIES_WITH_LETTER_PAPER.contains(statement.locale().getCountry()) ? "letter" : "A4";
        page.head().appendElement("style").text(STYLE.formatted(size));
        return new W3CDom().namespaceAware(false).fromJsoup(page);
    }

    private static byte[] bytes(PDDocument pdf, Letter statement) throws IOException {
        pdf.getDocumentCatalog().setLanguage(statement.locale().toLanguageTag());
        pdf.getDocumentInformation().setTitle(statement.subject());
        // A time of making would make the same page another file.
        pdf.getDocumentInformation().setCreationDate(null);
        pdf.setDocumentId(0L);
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(Statement.class.getResourceAsStream(FONT), FONT);
    }
}
