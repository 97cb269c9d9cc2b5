package dev.beforehand.letters;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Looks through one file of the letters before it is used; each problem names the file, the line and the remedy. */
final class LetterCheck {

    private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}}?", Pattern.DOTALL);
    private static final Pattern UNESCAPED = Pattern.compile("\\{\\{(?:\\{|\\s*&)\\s*([\\w.]*)");
    private static final Pattern INCLUDE = Pattern.compile("\\{\\{\\s*[<>]\\s*([^\\s}]*)");
    private static final Pattern LINE = Pattern.compile("(.*?) @ line (\\d+).*", Pattern.DOTALL);
    private static final int MOST_ERRORS = 20;

    private final String file;
    private final String text;
    private final @Nullable Template template;
    private final List<String> problems = new ArrayList<>();

    LetterCheck(String file, String text, Mustache.Compiler compiler) {
        this.file = file;
        this.text = text;
        this.template = compiled(compiler);
    }

    private @Nullable Template compiled(Mustache.Compiler compiler) {
        try {
            return compiler.compile(text);
        } catch (MustacheException e) {
            var line = LINE.matcher(String.valueOf(e.getMessage()));
            problems.add(line.matches() ? at(line.group(2), line.group(1)) : at("1", String.valueOf(e.getMessage())));
            return null;
        }
    }

    LetterCheck asksOnlyFor(Set<String> known) {
        if (template != null) {
            TemplateNames.in(template).stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problems.add(
                            at(lineOf(name), "there is no field {{%s}}; a letter may use %s.".formatted(name, known))));
        }
        return this;
    }

    /** @param allowed the one value that is HTML already */
    LetterCheck escapesAllBut(String allowed) {
        UNESCAPED
                .matcher(text)
                .results()
                .filter(tag -> !tag.group(1).equals(allowed))
                .forEach(tag -> problems.add(at(
                        lineAt(tag.start()),
                        "write {{%s}}, because other people's text is escaped in a letter.".formatted(tag.group(1)))));
        return this;
    }

    /** So that none includes itself. */
    LetterCheck includesNothing() {
        INCLUDE.matcher(text)
                .results()
                .forEach(tag -> problems.add(at(
                        lineAt(tag.start()),
                        "a part can include no other one; write {{>%s}} in the letter.".formatted(tag.group(1)))));
        return this;
    }

    /** @param end what closes a piece of a page, so that an element left open shows */
    LetterCheck isGoodHtml(String end) {
        var parser = Parser.htmlParser().setTrackErrors(MOST_ERRORS);
        parsed(parser, end);
        parser.getErrors()
                .forEach(error ->
                        problems.add("%s:%s: the HTML is not good: %s. Is an element left open, or closed twice?"
                                .formatted(file, error.getCursorPos(), error.getErrorMessage())));
        return this;
    }

    LetterCheck contains(String place) {
        if (!text.contains(place)) {
            problems.add(at("1", "the place for the letter is missing; write %s there.".formatted(place)));
        }
        return this;
    }

    LetterCheck isPageIn(Locale locale) {
        var page = parsed(Parser.htmlParser(), "");
        var language = page.select("html").attr("lang");
        if (!language.equals(locale.toLanguageTag())) {
            problems.add(at(
                    "1",
                    "the page says lang=\"%s\"; in this folder write <html lang=\"%s\">."
                            .formatted(language, locale.toLanguageTag())));
        }
        if (!Pattern.compile("<title>\\s*[^\\s<]").matcher(text).find()) {
            problems.add(at("1", "the subject is missing; write it as <title> in the <head>."));
        }
        return this;
    }

    /** Fills the template in, once what stands in it is known to be good. */
    LetterCheck works(List<? extends Map<String, ? extends @Nullable Object>> samples) {
        if (template != null && problems.isEmpty()) {
            try {
                samples.forEach(template::execute);
            } catch (MustacheException.Context e) {
                problems.add(at(
                        Integer.toString(e.lineNo),
                        "{{%1$s}} has no value here in every letter; write it within {{#%1$s}}..{{/%1$s}}, or within the list that it belongs to."
                                .formatted(e.key)));
            } catch (MustacheException | MessageRefused e) {
                problems.add(at("1", String.valueOf(e.getMessage())));
            }
        }
        return this;
    }

    /** @throws MessageRefused where there was a problem */
    void report() {
        if (!problems.isEmpty()) {
            throw new MessageRefused(problems);
        }
    }

    private Document parsed(Parser parser, String end) {
        var blanked = TAG.matcher(text).replaceAll(tag -> tag.group().replaceAll("[^\\n]", " "));
        return Jsoup.parse(blanked + end, parser);
    }

    private String lineOf(String name) {
        var tag = Pattern.compile("\\{\\{[{#^&]?\\s*" + Pattern.quote(name) + "\\s*}}")
                .matcher(text);
        return lineAt(tag.find() ? tag.start() : 0);
    }

    private String lineAt(int position) {
        return Long.toString(
                text.substring(0, position).chars().filter(c -> c == '\n').count() + 1);
    }

    private String at(String line, String problem) {
        return "%s:%s: %s".formatted(file, line, problem);
    }
}
