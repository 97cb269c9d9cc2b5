package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.letters.RefusedFile.Meanwhile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PhrasesTests {

    private static final String TEXT = """
            # a comment
            claimed = {{{who}}} talks to *{{client}}*.
            help = Two lines,\\n\\
              grüßend

            more.one = and 1 more
            more.many = and {{count}} more
            maybe = Paid{{#note}} ({{note}}){{/note}}.
            """;

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void folderOfTheTeam() throws IOException {
        file = Files.createDirectories(folder.resolve("slack")).resolve("en.properties");
    }

    @Test
    void textFromOutsideIsEscapedAndMarkupIsNot() {
        assertThat(phrases().say("claimed", Map.of("who", "<@U0PANA>", "client", "<!channel> & \"Sons\"")))
                .isEqualTo("<@U0PANA> talks to *&lt;!channel&gt; &amp; \"Sons\"*.");
    }

    @Test
    void longPhrasesGoOverSeveralLines() {
        assertThat(phrases().say("help")).isEqualTo("Two lines,\ngrüßend");
    }

    @Test
    void numbersChooseTheForm() {
        assertThat(phrases().say("more", 1, Map.of())).isEqualTo("and 1 more");
        assertThat(phrases().say("more", 0, Map.of())).isEqualTo("and 0 more");
        assertThat(phrases().say("more", 1234, Map.of())).isEqualTo("and 1,234 more");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrases().say("claimd"))
                .withMessageContainingAll("messages/slack/en.properties", "'claimd'");
    }

    @Test
    void aMissingValueIsNamedInTextAndInSections() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrases().say("claimed", Map.of("who", "Ana")))
                .withMessageContainingAll("messages/slack/en.properties:2", "'claimed'", "'client'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrases().say("maybe", Map.of()))
                .withMessageContainingAll("messages/slack/en.properties:8", "'maybe'", "'note'");
        assertThat(phrases().say("maybe", Map.of("note", false))).isEqualTo("Paid.");
    }

    @Test
    void anEditOnDiskIsSeenAndItsRemovalToo() throws IOException {
        var phrases = phrases();
        Files.writeString(file, "more.one = plus one\n");
        assertThat(phrases.say("more", 1, Map.of())).isEqualTo("plus one");
        assertThat(phrases.say("more", 2, Map.of())).isEqualTo("and 2 more");

        Files.writeString(file, "more.one = and yet another\n");
        assertThat(phrases.say("more", 1, Map.of())).isEqualTo("and yet another");

        Files.delete(file);
        assertThat(phrases.say("more", 1, Map.of())).isEqualTo("and 1 more");
    }

    @Test
    void aBadEditIsRefusedWithItsLineAndTheLastGoodOneStays(CapturedOutput output) throws IOException {
        var phrases = phrases();
        Files.writeString(file, "more.one = plus one\n");
        phrases.say("more", 1, Map.of());

        Files.writeString(file, "more.one = plus\n\nclaimed = {{#client}} claimed\nmaybe = {{notes}}\n");
        assertThat(phrases.say("more", 1, Map.of())).isEqualTo("plus one");
        assertThat(output).contains(file + ":3: 'claimed' is no valid text");

        Files.writeString(file, "more.one = plus\nmaybe = {{notes}}\n");
        assertThat(phrases.say("more", 1, Map.of())).isEqualTo("plus one");
        assertThat(output)
                .contains(file + ":2: 'maybe' asks for {{notes}}, which it is never given; it may use [note].");

        Files.write(file, new byte[] {'a', '=', (byte) 0xfc});
        assertThat(phrases.say("more", 1, Map.of())).isEqualTo("plus one");
        assertThat(output).contains("not in UTF-8");
    }

    @Test
    void whatIsWrongAndWhatIsUsedMeanwhileIsKnown() throws IOException {
        Files.writeString(file, "maybe = {{notes}}\n");
        var phrases = phrases();
        assertThat(phrases.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.meanwhile()).isEqualTo(Meanwhile.PACKAGED);
            assertThat(refused.problems())
                    .singleElement()
                    .asString()
                    .startsWith(file + ":1: 'maybe' asks for {{notes}}");
        });

        Files.writeString(file, "more.one = plus one\n");
        assertThat(phrases.refused()).isEmpty();

        Files.writeString(file, "more.one = {{#client}}\n");
        assertThat(phrases.refused()).extracting(RefusedFile::meanwhile).containsExactly(Meanwhile.LAST_GOOD);
    }

    @Test
    void aKeyThatNothingSaysIsPassedOverWithAWarning(CapturedOutput output) throws IOException {
        Files.writeString(file, "more.won = plus one\nmore.one = plus one\n");

        assertThat(phrases().say("more", 1, Map.of())).isEqualTo("plus one");
        assertThat(output).contains(file + ":1: nothing says 'more.won'");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> PhraseFile.read("en.properties", "a = 1\nb = 2\na = 3\n"))
                .hasMessage("en.properties:3: 'a' stands at en.properties:1 already; keep one of the two.");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageFolder(
                        new MessageSettings(folder.resolve("letters").toString(), "en")))
                .withMessageContainingAll("beforehand.messages", "no folder");
    }

    @Test
    void thePackagedPhrasesAreGood() {
        assertThat(Phrases.packaged().say("reminder.step.after", 3, Map.of())).isEqualTo("3 days after");
    }

    private Phrases phrases() {
        var messages = new MessageFolder(new MessageSettings(folder.toString(), "en"));
        return new Phrases(Map.of(Locale.ENGLISH, new PhraseBook("slack/en.properties", TEXT, messages)));
    }
}
