package dev.beforehand.letters;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.beforehand.letters.RefusedFile.Meanwhile;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The files of {@code messages/letters}: each is checked when it is read, and again when it is edited. Beside the letters
 * of a language lie the parts that they include; the frame goes around all of them.
 */
@Component
class LetterFiles {

    private static final String FOLDER = "letters";
    private static final String FRAME = FOLDER + "/frame.html";
    static final String THANKS = "thanks.html";
    static final String STATEMENT = "statement.html";
    private static final Set<String> PAGES = Set.of(THANKS, STATEMENT);
    private static final Set<String> FRAME_FIELDS = Set.of("lang", "subject", "company", "letter");
    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().strictSections(true).withEscaper(Escapers.HTML);

    private final MessageFolder folder;
    private final Map<String, EditedFile<Optional<String>>> files = new ConcurrentHashMap<>();
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    LetterFiles(MessageFolder folder) {
        this.folder = folder;
        folder.files(FOLDER, ".html").forEach(this::text);
    }

    /** The letters that a language has, though one of them may have been refused. */
    Stream<LetterName> letters(Locale locale) {
        return folder.files(folder(locale), ".html").stream()
                .map(LetterFiles::name)
                .flatMap(name -> LetterName.of(name).stream());
    }

    /** Empty where there is no such page, or none that is good. */
    Optional<Template> page(Locale locale, String file) {
        return template(folder(locale) + "/" + file);
    }

    /** Whether any language has a good letter of this name. */
    boolean has(LetterName name) {
        return folder.files(FOLDER, ".html").stream()
                .anyMatch(path -> name(path).equals(name.file()) && text(path).isPresent());
    }

    /** What was edited and cannot be used as it is now, whether or not a letter has asked for it. */
    List<RefusedFile> refused() {
        try {
            return folder.files(FOLDER, ".html").stream()
                    .flatMap(path -> refused(path).stream())
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of(new RefusedFile(List.of(String.valueOf(e.getMessage())), Meanwhile.NO_LETTER));
        }
    }

    private Optional<RefusedFile> refused(String path) {
        var file = file(path);
        file.readAgain();
        var problems = file.problems();
        return problems.isEmpty() ? Optional.empty() : Optional.of(new RefusedFile(problems, meanwhile(path, file)));
    }

    private Meanwhile meanwhile(String path, EditedFile<Optional<String>> file) {
        var text = file.current();
        if (text.isEmpty()) {
            return isPage(name(path)) ? Meanwhile.NEAREST : Meanwhile.NOTHING;
        }
        if (!isGood(path, text.get())) {
            return Meanwhile.NO_LETTER;
        }
        return file.isAsPackaged() ? Meanwhile.PACKAGED : Meanwhile.LAST_GOOD;
    }

    /** What was good need not be so any more, as where a part of it is gone. */
    private boolean isGood(String path, String text) {
        try {
            checked(path, path, text);
            return true;
        } catch (MessageRefused e) {
            return false;
        }
    }

    Template frame() {
        return template(FRAME).orElseThrow();
    }

    private Optional<Template> template(String path) {
        var known = compiled.get(path);
        if (known == null || !known.isCurrent()) {
            known = text(path).map(text -> new Compiled(path, text)).orElse(null);
            if (known == null) {
                return Optional.empty();
            }
            compiled.put(path, known);
        }
        return Optional.of(known.template);
    }

    /** A template as long as none of the files changes from which it was made. */
    private final class Compiled {

        private final Map<String, String> sources = new ConcurrentHashMap<>();
        private final Template template;

        Compiled(String path, String text) {
            sources.put(path, text);
            template = compiler(path, sources::put).compile(text);
        }

        /** Equal texts are the same string, so that this costs nothing. */
        boolean isCurrent() {
            return sources.entrySet().stream()
                    .allMatch(source -> text(source.getKey())
                            .filter(source.getValue()::equals)
                            .isPresent());
        }
    }

    private Optional<String> text(String path) {
        return file(path).current();
    }

    private EditedFile<Optional<String>> file(String path) {
        var file = files.get(path);
        if (file == null) {
            file = open(path);
            files.put(path, file);
        }
        return file;
    }

    private EditedFile<Optional<String>> open(String path) {
        Optional<String> packaged = MessageFolder.isPackaged(path)
                ? checked(path, "messages/" + path, MessageFolder.packaged(path))
                : Optional.empty();
        return new EditedFile<>(folder.onDisk(path), packaged, (file, text) -> checked(path, file, text));
    }

    private Optional<String> checked(String path, String file, String text) {
        if (path.equals(FRAME)) {
            checkFrame(file, text);
        } else {
            checkWords(path, file, text);
        }
        return Optional.of(text);
    }

    private void checkFrame(String file, String text) {
        new LetterCheck(file, text, compiler(FRAME, (part, words) -> {}))
                .asksOnlyFor(FRAME_FIELDS)
                .escapesAllBut("letter")
                .contains("{{{letter}}}")
                .isGoodHtml("")
                .works(List.of(FRAME_FIELDS.stream().collect(Collectors.toMap(field -> field, field -> field))))
                .report();
    }

    private void checkWords(String path, String file, String text) {
        var isPage = isPage(name(path));
        var check = new LetterCheck(file, text, isPage ? compiler(path, (part, words) -> {}) : MUSTACHE)
                .asksOnlyFor(LetterFacts.names())
                .escapesAllBut("")
                .isGoodHtml(isPage ? "" : "</body>");
        if (isPage) {
            check.isPageIn(Locale.forLanguageTag(path.split("/")[1]));
        } else {
            check.includesNothing();
        }
        check.works(LetterSamples.facts()).report();
    }

    /** A page is a letter or the like, with a subject; all else is a part of one. */
    private static boolean isPage(String file) {
        return PAGES.contains(file) || LetterName.of(file).isPresent();
    }

    /** @param read is told of each part that it includes: the path and the text */
    private Mustache.Compiler compiler(String page, BiConsumer<String, String> read) {
        var folder = page.substring(0, page.lastIndexOf('/'));
        return MUSTACHE.withLoader(part -> {
            var path = "%s/%s.html".formatted(folder, part);
            if (path.equals(FRAME) || isPage(name(path))) {
                throw new MessageRefused(
                        List.of("{{>%s}} would include a whole page; only a part of a letter can be included."
                                .formatted(part)));
            }
            var text = text(path)
                    .orElseThrow(() -> new MessageRefused(List.of(
                            "%s, which it includes, is not there, or never was good; add it, or take {{>%s}} out of the letter."
                                    .formatted(path, part))));
            read.accept(path, text);
            return new StringReader(text);
        });
    }

    private static String folder(Locale locale) {
        return FOLDER + "/" + locale.toLanguageTag();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
