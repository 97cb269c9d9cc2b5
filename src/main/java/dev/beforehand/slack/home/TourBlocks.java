package dev.beforehand.slack.home;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.home.Home.Tour;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The tour: five steps through a day's work, each with what to click. In practice they lead through its company. */
@Component
class TourBlocks {

    static final String START = "home:tour:start";
    static final String LEAVE = "home:tour:leave";
    static final String END = "home:tour:end";
    static final String STEP = "home:tour:step:";

    /** The link to the newest digest among those of a {@link Sight}. */
    static final String DIGEST = "digest";

    private final Phrases phrases;
    private final boolean practice;
    private final URI slack;

    TourBlocks(
            Phrases phrases,
            @Value("${beforehand.practice.on:false}") boolean practice,
            @Value("${beforehand.slack.api-url}") URI slack) {
        this.phrases = phrases;
        this.practice = practice;
        this.slack = slack;
    }

    /** Above all else, while it is offered or under way. */
    List<LayoutBlock> above(Sight sight) {
        var tour = sight.home().tour();
        if (tour.isOffered()) {
            return List.of(
                    HomeBlocks.text(phrases.say("tour.offer", Map.of("practice", practice))),
                    actions(List.of(primary(button(START, "tour.start", "")), button(LEAVE, "tour.decline", ""))));
        }
        return tour.isUnderWay()
                ? List.of(HomeBlocks.text(words(tour.step(), sight)), actions(ways(tour.step())))
                : List.of();
    }

    /** Below all else, for whoever has left it or come to its end. */
    List<LayoutBlock> below(Sight sight) {
        var tour = sight.home().tour();
        return tour.open()
                ? List.of()
                : List.of(actions(List.of(button(START, tour.step() > 0 ? "tour.resume" : "tour.again", ""))));
    }

    private String words(int step, Sight sight) {
        var digest = sight.links().get(DIGEST);
        return phrases.say(
                "tour.step." + step,
                Map.of(
                        "digest", digest == null ? false : digest,
                        "mailbox", practice ? slack.resolve("/?in=mailbox").toString() : false,
                        "practice", practice));
    }

    private List<BlockElement> ways(int step) {
        var ways = new ArrayList<BlockElement>();
        if (step > 1) {
            ways.add(to(step - 1, "BACK"));
        }
        if (step < Tour.STEPS) {
            ways.add(primary(to(step + 1, "NEXT")));
            ways.add(button(LEAVE, "tour.leave", ""));
        } else {
            ways.add(primary(button(END, "tour.end", "")));
        }
        return ways;
    }

    private ButtonElement to(int step, String way) {
        return button(STEP + way, "tour." + way, Integer.toString(step));
    }

    private ButtonElement button(String action, String label, String value) {
        return BlockElements.button(
                b -> b.actionId(action).text(plainText(phrases.say(label))).value(value.isEmpty() ? null : value));
    }

    private static ButtonElement primary(ButtonElement button) {
        button.setStyle("primary");
        return button;
    }
}
