package dev.beforehand.letters;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What a person adds to a letter: plain text, put in where no template can lose it. */
final class Note {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

    private Note() {}

    /** Puts it after the first paragraph, which is the salutation; first of all where there is none. */
    static void put(Element body, String text) {
        var note = new Element("p");
        text.strip().lines().forEach(line -> {
            if (note.childNodeSize() > 0) {
                note.appendElement("br");
            }
            note.appendText(CONTROL.matcher(line).replaceAll(""));
        });
        var salutation = body.selectFirst("p");
        if (salutation == null) {
            body.prependChild(note);
        } else {
            salutation.after(note);
            beginSentence(note.nextElementSibling());
        }
    }

    /** German goes on in lower case after the salutation's comma; after a note it does no more. */
    private static void beginSentence(@Nullable Element next) {
        if (next != null && next.normalName().equals("p") && next.firstChild() instanceof TextNode words) {
            var text = words.getWholeText().stripLeading();
            if (!text.isEmpty()) {
                words.text(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
            }
        }
    }
}
