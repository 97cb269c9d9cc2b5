package dev.beforehand.slack.setup;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Homes;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.setup.Finding.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The list of what Beforehand needs, on a finance lead's Home and as the answer to {@code /invoices setup}. */
@Component
public class Setup implements SlackSurface {

    static final String CHECK = "setup:check";
    static final String LETTER = "setup:letter";

    private static final int LONGEST_DETAIL = 600;

    private final SetupChecks checks;
    private final SetupRows rows;
    private final TestLetters letters;
    private final Homes homes;
    private final SlackGateway gateway;
    private final Afterwards afterwards;
    private final Phrases phrases;

    Setup(
            SetupChecks checks,
            SetupRows rows,
            TestLetters letters,
            Homes homes,
            SlackGateway gateway,
            Afterwards afterwards,
            Phrases phrases) {
        this.checks = checks;
        this.rows = rows;
        this.letters = letters;
        this.homes = homes;
        this.gateway = gateway;
        this.afterwards = afterwards;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(CHECK, Role.FINANCE_LEAD, (request, context) -> again(request, context, () -> {}));
        gate.blockAction(
                LETTER,
                Role.FINANCE_LEAD,
                (request, context) -> again(
                        request,
                        context,
                        () -> letters.send(request.getPayload().getUser().getId())));
    }

    /** Looks at everything, and then shows it on the Home of whoever opened it. */
    public void look(String person) {
        afterwards.run("Looking at the setup", () -> {
            checks.look();
            homes.show(person);
        });
    }

    /** Looks at everything, and answers a command with it. */
    public void answer(String person, String responseUrl) {
        afterwards.run("/invoices setup", () -> {
            checks.look();
            gateway.respond(responseUrl, message(person), false);
        });
    }

    private Response again(BlockActionRequest request, ActionContext context, Runnable before) {
        var click = request.getPayload();
        var person = click.getUser().getId();
        afterwards.run("Looking at the setup again", () -> {
            before.run();
            checks.lookAgain();
            homes.show(person);
            if (click.getView() == null) {
                gateway.respond(click.getResponseUrl(), message(person), true);
            }
        });
        return context.ack();
    }

    private SlackMessage message(String person) {
        return new SlackMessage(phrases.say("setup.title"), blocks(person));
    }

    /** All of it, with what can be done; what is not looked at yet is left out. */
    public List<LayoutBlock> blocks(String person) {
        var findings = findings(person);
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text(head(findings)));
        findings.forEach((item, finding) -> blocks.add(text(line(item, finding))));
        blocks.add(actions(buttons()));
        return blocks;
    }

    /** Whether all was looked at, and nothing is to be done. */
    public boolean isGood(String person) {
        return isGood(findings(person));
    }

    private static boolean isGood(Map<SetupItem, Finding> findings) {
        return findings.size() == SetupItem.values().length
                && findings.values().stream().allMatch(Finding::isFine);
    }

    private String head(Map<SetupItem, Finding> findings) {
        if (isGood(findings)) {
            return phrases.say("setup.head.good");
        }
        long toDo = findings.values().stream()
                .filter(each -> each.state() == State.MISSING)
                .count();
        return toDo == 0 ? phrases.say("setup.head.unknown") : phrases.say("setup.head", toDo, Map.of());
    }

    private Map<SetupItem, Finding> findings(String person) {
        var findings = new EnumMap<SetupItem, Finding>(SetupItem.class);
        findings.putAll(rows.all());
        findings.put(SetupItem.LETTER, letters.of(person));
        return findings;
    }

    private String line(SetupItem item, Finding finding) {
        return phrases.say(
                "setup." + item + "." + finding.reason(),
                Map.of(
                        "sign",
                        phrases.say("setup.sign." + finding.state()),
                        "detail",
                        Format.cut(phrases.say(Sentence.read(finding.detail())), LONGEST_DETAIL)));
    }

    private List<BlockElement> buttons() {
        return List.of(
                button(b -> b.actionId(CHECK).text(plainText(phrases.say("setup.check")))),
                button(b -> b.actionId(LETTER).text(plainText(phrases.say("setup.letter")))));
    }

    private static LayoutBlock text(String words) {
        return section(s -> s.text(markdownText(words)));
    }
}
