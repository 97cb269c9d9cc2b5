package dev.beforehand.slack.home;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.digest.LettersToday.Line;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Today's letters: how many are where, and the first of them. */
@Component
class LetterLines {

    private final Phrases phrases;

    LetterLines(Phrases phrases) {
        this.phrases = phrases;
    }

    List<LayoutBlock> of(Sight sight) {
        var letters = sight.letters();
        if (letters.lines().isEmpty()) {
            return List.of(HomeBlocks.text(phrases.say("home.letters.none")));
        }
        var blocks = new ArrayList<LayoutBlock>();
        var counts = letters.count().entrySet().stream()
                .map(each -> phrases.say("home.letters.count." + each.getKey(), each.getValue(), Map.of()))
                .collect(Collectors.joining(" · "));
        var lines = letters.lines().stream().map(this::line).collect(Collectors.joining("\n"));
        blocks.add(HomeBlocks.text(counts + "\n" + lines));
        int more = letters.total() - letters.lines().size();
        if (more > 0) {
            blocks.add(HomeBlocks.small(phrases.say("home.letters.more", more, Map.of())));
        }
        return blocks;
    }

    private String line(Line line) {
        return phrases.say(
                "home.letter",
                Map.of(
                        "client", Format.name(line.clientName()),
                        "state", phrases.say("home.letter." + line.state())));
    }
}
