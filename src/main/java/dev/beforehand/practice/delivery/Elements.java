package dev.beforehand.practice.delivery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The buttons, menus and fields of blocks, and what Slack sends of them. Pure. */
public final class Elements {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Elements() {}

    /** An element in its block. */
    public record Placed(String blockId, JsonNode element) {

        public String actionId() {
            return element.path("action_id").asString("");
        }

        public String type() {
            return element.path("type").asString("");
        }
    }

    /** All elements that a person can use; those of context blocks are none. */
    public static Stream<Placed> in(JsonNode blocks) {
        return blocks.valueStream().flatMap(block -> {
            var id = block.path("block_id").asString("");
            return switch (block.path("type").asString("")) {
                case "input" -> Stream.of(new Placed(id, block.path("element")));
                case "section" -> Stream.of(new Placed(id, block.path("accessory")));
                case "actions" -> block.path("elements").valueStream().map(element -> new Placed(id, element));
                default -> Stream.empty();
            };
        });
    }

    public static Optional<Placed> find(JsonNode blocks, String blockId, String actionId) {
        return in(blocks)
                .filter(placed -> !actionId.isEmpty() && placed.actionId().equals(actionId))
                .filter(placed -> placed.blockId().equals(blockId))
                .findFirst();
    }

    static List<String> given(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    static boolean isIn(JsonNode blocks, JsonNode action) {
        var blockId = action.path("block_id").asString("");
        return find(blocks, blockId, action.path("action_id").asString("")).isPresent();
    }

    /**
     * One entry of {@code actions}: what was clicked, and what was chosen.
     *
     * @param given the chosen values; a button has its own and takes none
     */
    public static ObjectNode action(Placed placed, List<String> given) {
        var action = JSON.objectNode()
                .put("type", placed.type())
                .put("action_id", placed.actionId())
                .put("block_id", placed.blockId());
        var element = placed.element();
        if (placed.type().equals("button")) {
            Stream.of("text", "value", "style", "url")
                    .filter(element::has)
                    .forEach(name -> action.set(name, element.path(name)));
            return action;
        }
        return value(element, given)
                .map(chosen -> (ObjectNode) action.setAll(chosen))
                .orElse(action);
    }

    /** What stands in all fields: what was given, otherwise what they began with. */
    static ObjectNode state(JsonNode blocks, JsonNode given) {
        var state = JSON.objectNode();
        in(blocks).filter(placed -> !placed.type().equals("overflow")).forEach(placed -> {
            var typed = given.path(placed.blockId()).path(placed.actionId());
            var value = typed.isObject() ? Optional.of((ObjectNode) typed) : initial(placed.element());
            value.ifPresent(stands -> state.withObjectProperty(placed.blockId()).set(placed.actionId(), stands));
        });
        return state;
    }

    /** The value of an element that keeps one, of what it offers; empty for a button and its like. */
    public static Optional<ObjectNode> value(JsonNode element, List<String> given) {
        var type = element.path("type").asString("");
        var value = JSON.objectNode().put("type", type);
        var first = given.isEmpty() ? null : given.getFirst();
        return switch (type) {
            case "plain_text_input", "number_input", "email_text_input", "url_text_input" ->
                Optional.of(value.put("value", first));
            case "datepicker" -> Optional.of(value.put("selected_date", first));
            case "timepicker" -> Optional.of(value.put("selected_time", first));
            case "users_select" -> Optional.of(value.put("selected_user", first));
            case "channels_select" -> Optional.of(value.put("selected_channel", first));
            case "conversations_select" -> Optional.of(value.put("selected_conversation", first));
            case "static_select", "external_select", "radio_buttons", "overflow" -> {
                var option = first == null ? null : option(element, first);
                yield Optional.of((ObjectNode) value.set("selected_option", option == null ? JSON.nullNode() : option));
            }
            case "multi_static_select", "checkboxes" -> {
                var options = value.putArray("selected_options");
                given.stream()
                        .map(each -> option(element, each))
                        .filter(option -> option != null)
                        .forEach(options::add);
                yield Optional.of(value);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<ObjectNode> initial(JsonNode element) {
        var options = element.path("initial_options").valueStream();
        var single = Stream.of(
                        element.path("initial_value"),
                        element.path("initial_date"),
                        element.path("initial_time"),
                        element.path("initial_user"),
                        element.path("initial_channel"),
                        element.path("initial_conversation"),
                        element.path("initial_option").path("value"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
        return value(
                element,
                Stream.concat(single, options.map(option -> option.path("value").asString("")))
                        .toList());
    }

    private static @Nullable JsonNode option(JsonNode element, String value) {
        return Stream.concat(
                        element.path("options").valueStream(),
                        element.path("option_groups")
                                .valueStream()
                                .flatMap(group -> group.path("options").valueStream()))
                .filter(option -> option.path("value").asString("").equals(value))
                .findFirst()
                .orElse(null);
    }
}
