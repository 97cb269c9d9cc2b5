package dev.beforehand.slack.home;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import dev.beforehand.accounts.Portfolio.Direction;
import dev.beforehand.accounts.Portfolio.Line;
import dev.beforehand.accounts.Portfolio.Order;
import dev.beforehand.accounts.Portfolio.Page;
import dev.beforehand.accounts.Portfolio.Sum;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Modals;
import dev.beforehand.slack.clients.ClientMenu;
import dev.beforehand.slack.home.Home.Whose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Clients by what they owe, a currency and a page at a time, and what chooses between them. */
@Component
class ClientList {

    static final String WHOSE = "home:whose";
    static final String ORDER = "home:order";
    static final String CURRENCY = "home:currency";
    static final String LATE = "home:late";
    static final String PAGE = "home:page:";

    private static final int MOST_CURRENCIES = 100;
    private static final int SUMS = 10;

    private final ClientMenu menu;
    private final Phrases phrases;

    ClientList(ClientMenu menu, Phrases phrases) {
        this.menu = menu;
        this.phrases = phrases;
    }

    List<LayoutBlock> of(Sight sight) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(HomeBlocks.text(sums(sight)));
        blocks.add(actions(choices(sight)));
        if (sight.page() instanceof Page page) {
            page.lines().stream().map(this::line).forEach(blocks::add);
            if (page.lines().isEmpty()) {
                blocks.add(HomeBlocks.text(phrases.say("home.clients.none-late")));
            }
            var turns = turns(page, sight.home().order());
            if (!turns.isEmpty()) {
                blocks.add(actions(turns));
            }
        }
        return blocks;
    }

    private String sums(Sight sight) {
        if (sight.sums().isEmpty()) {
            return phrases.say("home.clients.nothing." + sight.home().whose());
        }
        return String.join(
                "\n", sight.sums().stream().limit(SUMS).map(this::sum).toList());
    }

    private String sum(Sum sum) {
        return phrases.say(
                "home.sum",
                sum.clients(),
                Map.of(
                        "open",
                        Format.money(sum.open()),
                        "late",
                        sum.late().isZero() ? false : Format.money(sum.late())));
    }

    private List<BlockElement> choices(Sight sight) {
        var home = sight.home();
        var choices = new ArrayList<BlockElement>();
        if (sight.hasClients() || home.whose() == Whose.MINE) {
            choices.add(select(WHOSE, "home.whose.", home.whose().name(), names(Whose.values())));
        }
        choices.add(select(ORDER, "home.order.", home.order().name(), names(Order.values())));
        if (sight.sums().size() > 1 && sight.sum() instanceof Sum shown) {
            choices.add(currencies(sight.sums(), shown));
        }
        var onlyLate = home.onlyLate();
        choices.add(button(b -> b.actionId(LATE)
                .text(plainText(phrases.say(onlyLate ? "home.late.off" : "home.late.on")))
                .value(Boolean.toString(!onlyLate))));
        return choices;
    }

    private BlockElement select(String action, String keys, String chosen, Stream<String> names) {
        var options =
                names.map(name -> Modals.option(phrases.say(keys + name), name)).toList();
        return select(action, chosen, options);
    }

    private BlockElement currencies(List<Sum> sums, Sum shown) {
        var options = sums.stream()
                .limit(MOST_CURRENCIES)
                .map(sum -> sum.open().getCurrencyUnit().getCode())
                .map(code -> Modals.option(code, code))
                .toList();
        return select(CURRENCY, shown.open().getCurrencyUnit().getCode(), options);
    }

    private static BlockElement select(String action, String chosen, List<OptionObject> options) {
        var initial = options.stream()
                .filter(option -> option.getValue().equals(chosen))
                .findFirst()
                .orElse(options.getFirst());
        return staticSelect(s -> s.actionId(action).options(options).initialOption(initial));
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private LayoutBlock line(Line line) {
        var values = Map.of(
                "client", Format.name(line.name()),
                "open", Format.money(line.open()),
                "late", Format.money(line.late()));
        var text = line.late().isZero()
                ? phrases.say("home.client", values)
                : phrases.say("home.client.late", line.daysLate(), values);
        return section(s -> s.text(markdownText(text)).accessory(menu.button(line.client())));
    }

    private List<BlockElement> turns(Page page, Order order) {
        var turns = new ArrayList<BlockElement>();
        if (page.before()) {
            turns.add(turn(Direction.BEFORE, page.lines().getFirst(), order));
        }
        if (page.after()) {
            turns.add(turn(Direction.AFTER, page.lines().getLast(), order));
        }
        return turns;
    }

    private BlockElement turn(Direction direction, Line from, Order order) {
        return button(b -> b.actionId(PAGE + direction)
                .text(plainText(phrases.say("home.page." + direction)))
                .value(from.from(direction, order).toString()));
    }
}
