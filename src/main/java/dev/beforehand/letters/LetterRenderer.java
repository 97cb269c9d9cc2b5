package dev.beforehand.letters;

import java.util.Locale;
import java.util.Map;
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

    /**
     * The letter for a step of the cadence: days after the due date, negative before it. What it says of the carrying
     * invoice is true on the model's day: no letter calls an invoice overdue that is not, or the other way round.
     */
    public Letter render(LetterModel model, int step) {
        var found = templates.find(model.locale(), trueStep(model, step));
        var page = Jsoup.parse(found.template().execute(LetterFacts.of(model, found.locale())));
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        var subject = page.title();
        var html = files.frame()
                .execute(Map.of(
                        "lang", found.locale().toLanguageTag(),
                        "subject", subject,
                        "company", model.company(),
                        "letter", page.body().html().strip()));
        return new Letter(subject, html, PlainText.of(page.body()), found.locale());
    }

    private static int trueStep(LetterModel model, int step) {
        return model.carrying().isOverdue(model.today()) ? Math.max(step, 0) : Math.min(step, 0);
    }
}
