package dev.beforehand.slack.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.beforehand.slack.lookup.InvoicesCommand.Digest;
import dev.beforehand.slack.lookup.InvoicesCommand.Due;
import dev.beforehand.slack.lookup.InvoicesCommand.Help;
import dev.beforehand.slack.lookup.InvoicesCommand.Lookup;
import dev.beforehand.slack.lookup.InvoicesCommand.Mine;
import dev.beforehand.slack.lookup.InvoicesCommand.Mute;
import dev.beforehand.slack.lookup.InvoicesCommand.Note;
import dev.beforehand.slack.lookup.InvoicesCommand.Overdue;
import dev.beforehand.slack.lookup.InvoicesCommand.Unknown;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvoicesCommandTests {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("", new Help()),
                arguments("  ", new Help()),
                arguments("help", new Help()),
                arguments("HELP", new Help()),
                arguments("?", new Help()),
                arguments("due", new Due(7)),
                arguments("due 14", new Due(14)),
                arguments(" Due   14  days ", new Due(14)),
                arguments("due 1 day", new Due(1)),
                arguments("due 0", new Due(0)),
                arguments("due 365", new Due(365)),
                arguments("due 366", new Unknown("due 366")),
                arguments("due -3", new Unknown("due -3")),
                arguments("due diligence", new Lookup("due diligence")),
                arguments("overdue", new Overdue()),
                arguments("Overdue Recovery Ltd", new Lookup("Overdue Recovery Ltd")),
                arguments("mine", new Mine()),
                arguments("Mine", new Mine()),
                arguments("mine shaft", new Lookup("mine shaft")),
                arguments("mute", new Mute(true)),
                arguments("Unmute", new Mute(false)),
                arguments("mute button ltd", new Lookup("mute button ltd")),
                arguments("note", new Note("")),
                arguments("note 08:15", new Note("08:15")),
                arguments("Notebooks & Co", new Lookup("Notebooks & Co")),
                arguments("digest", new Digest()),
                arguments("INV-1042", new Lookup("INV-1042")),
                arguments("\"Harbour Books\"", new Lookup("Harbour Books")),
                arguments("“Harbour Books”", new Lookup("Harbour Books")),
                arguments("Smith &amp; Sons", new Lookup("Smith & Sons")),
                arguments("&lt;b&gt;x", new Lookup("<b>x")),
                arguments("&amp;lt;", new Lookup("&lt;")),
                arguments("Ørsted  Åse", new Lookup("Ørsted Åse")),
                arguments("日本", new Lookup("日本")),
                arguments("a".repeat(300), new Lookup("a".repeat(200))),
                arguments("--- !", new Unknown("--- !")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsWhatWasAskedFor(String text, InvoicesCommand command) {
        assertThat(InvoicesCommand.parse(text)).isEqualTo(command);
    }
}
