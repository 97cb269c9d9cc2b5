package dev.beforehand.letters;

import dev.beforehand.letters.LetterTemplates.Found;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Writes letters from the templates in {@code messages/letters}. All text of the model is escaped, so that a client's
 * name is never markup, and the subject is one line. Sends nothing and reads no clock. Safe for many threads.
 */
@Component
public class LetterRenderer {

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\u2028\u2029]+");

    private final LetterTemplates templates;
    private final LetterFiles files;

    @Autowired
    LetterRenderer(LetterTemplates templates, LetterFiles files) {
        this.templates = templates;
        this.files = files;
    }

    /** The packaged letters, for use without a running application. */
    public static LetterRenderer packaged(Locale company) {
        var settings = new MessageSettings(null, company.toLanguageTag());
        var files = new LetterFiles(new MessageFolder(settings));
        return new LetterRenderer(new LetterTemplates(files, settings), files);
    }

    /** Whether a {@link Wording} may name this letter: whether there is one of that name in any language. */
    public boolean has(String letter) {
        return LetterName.ofLetter(letter).filter(files::has).isPresent();
    }

    /** What a client gets for want of this letter in its language, while it suits its day; empty where there is one. */
    public Optional<Substitute> substitute(String letter, Locale client) {
        var name = LetterName.ofLetter(letter).orElseThrow();
        var missingIn = templates.languageFor(client);
        var found = templates.ofStep(client, name.step());
        var substitute = new Substitute(
                missingIn,
                LetterName.of(found.file()).orElseThrow().letter(),
                LetterTemplates.languageOf(found.locale()));
        return substitute.equals(new Substitute(missingIn, letter, missingIn))
                ? Optional.empty()
                : Optional.of(substitute);
    }

    /**
     * The letter that was chosen, or the nearest one where the client's language has none of that name or it would not be
     * true on the model's day: no letter calls an invoice overdue that is not, or the other way round.
     */
    public Letter render(LetterModel model, Wording wording) {
        var found = templates.ofStep(model.to().locale(), trueStep(model, wording.step()));
        var page = page(found, model, wording.tone());
        if (wording.subject() != null) {
            page.title(wording.subject());
        }
        if (wording.note() != null) {
            Note.put(page.body(), wording.note());
        }
        return framed(model, page, found.locale());
    }

    /** A short thank-you; the model's lines say what was paid. */
    public Letter thanks(LetterModel paid) {
        var found = templates.ofPage(paid.to().locale(), LetterFiles.THANKS);
        return framed(paid, page(found, paid, Tone.FRIENDLY), found.locale());
    }

    /** What is open as a page of its own, to be made a PDF: see {@link Statement}. */
    public Letter statement(LetterModel model) {
        var found = templates.ofPage(model.to().locale(), LetterFiles.STATEMENT);
        var page = page(found, model, Tone.NEUTRAL);
        page.select("html").attr("lang", found.locale().toLanguageTag());
        return new Letter(subject(page), page.outerHtml(), PlainText.of(page.body()), found.locale());
    }

    private static Document page(Found found, LetterModel model, Tone tone) {
        var page = Jsoup.parse(found.template().execute(LetterFacts.of(model, tone, found.locale())));
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        return page;
    }

    private Letter framed(LetterModel model, Document page, Locale locale) {
        var subject = subject(page);
        var html = files.frame()
                .execute(Map.of(
                        "lang", locale.toLanguageTag(),
                        "subject", subject,
                        "company", model.from().company(),
                        "letter", page.body().html().strip()));
        return new Letter(subject, html, PlainText.of(page.body()), locale);
    }

    private static String subject(Document page) {
        return BREAKS.matcher(page.title()).replaceAll(" ").strip();
    }

    private static int trueStep(LetterModel model, int step) {
        return model.isOverdue() ? Math.max(step, 0) : Math.min(step, 0);
    }
}
