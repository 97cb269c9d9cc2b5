package dev.beforehand.practice.api;

import static java.util.function.Predicate.not;

import dev.beforehand.practice.limits.BlockLimits;
import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Triggers;
import dev.beforehand.practice.workspace.Triggers.Exchange;
import dev.beforehand.practice.workspace.Views;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Component
@ConditionalOnProperty("beforehand.practice.on")
class ViewMethods implements MethodFamily {

    private static final int LARGEST = 250_000;
    private static final String MODAL = "modal";

    private final Views views;
    private final Triggers triggers;
    private final Workspace workspace;
    private final Manifest manifest;

    ViewMethods(Views views, Triggers triggers, Workspace workspace, Manifest manifest) {
        this.views = views;
        this.triggers = triggers;
        this.workspace = workspace;
        this.manifest = manifest;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("views.open", "", Method.TIER_4, this::open),
                new Method("views.push", "", Method.TIER_4, this::push),
                new Method("views.update", "", Method.TIER_4, this::update),
                new Method("views.publish", "", Method.TIER_4, this::publish));
    }

    private ObjectNode open(Call call) {
        var view = view(call, MODAL);
        isNew(view);
        return answer(views.open(exchange(call).user(), view));
    }

    /** Only from within a view, which is still open. */
    private ObjectNode push(Call call) {
        var view = view(call, MODAL);
        isNew(view);
        var granted = exchange(call);
        if (granted.view() == null
                || views.find(granted.view()).filter(not(PracticeView::isHome)).isEmpty()) {
            throw Refusal.of("not_found");
        }
        return answer(views.push(granted.user(), view).orElseThrow(() -> Refusal.of("push_limit_reached")));
    }

    private ObjectNode update(Call call) {
        var view = view(call, MODAL);
        var open = find(call).filter(not(PracticeView::isHome)).orElseThrow(() -> Refusal.of("not_found"));
        isSeen(open, call);
        return answer(views.update(open.id(), view).orElseThrow(() -> Refusal.of("not_found")));
    }

    private ObjectNode publish(Call call) {
        var view = view(call, "home");
        if (!manifest.hasHome()) {
            throw Refusal.of("not_enabled");
        }
        var person = workspace
                .person(call.text("user_id"))
                .orElseThrow(() -> Refusal.of("invalid_arguments", List.of("user_id is nobody's")));
        views.home(person.id()).ifPresent(before -> isSeen(before, call));
        return answer(views.publish(person.id(), view));
    }

    private static void isSeen(PracticeView shown, Call call) {
        var hash = call.textOrNull("hash");
        if (hash != null && !hash.equals(shown.hash())) {
            throw Refusal.of("hash_conflict");
        }
    }

    private Optional<PracticeView> find(Call call) {
        var id = call.textOrNull("view_id");
        var externalId = call.textOrNull("external_id");
        if (id == null && externalId == null) {
            throw Refusal.of("invalid_arguments", List.of("one of view_id and external_id is needed"));
        }
        return id != null ? views.find(id) : views.withExternalId(String.valueOf(externalId));
    }

    private Exchange.Granted exchange(Call call) {
        return switch (triggers.exchange(call.text("trigger_id"))) {
            case Exchange.Granted granted -> granted;
            case Exchange.Refused refused -> throw Refusal.of(refused.error());
        };
    }

    private static JsonNode view(Call call, String type) {
        var view = call.json("view");
        var problems = BlockLimits.ofView(view);
        if (!problems.isEmpty()) {
            throw Refusal.of("invalid_arguments", problems);
        }
        if (!view.path("type").asString().equals(type)) {
            throw Refusal.of("invalid_arguments", List.of("must be a " + type + " [json-pointer:/view/type]"));
        }
        if (view.toString().length() > LARGEST) {
            throw Refusal.of("view_too_large");
        }
        return view;
    }

    private void isNew(JsonNode view) {
        var externalId = view.path("external_id").asString("");
        if (!externalId.isEmpty() && views.withExternalId(externalId).isPresent()) {
            throw Refusal.of("duplicate_external_id");
        }
    }

    private static ObjectNode answer(PracticeView view) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("view", view.json());
        return answer;
    }
}
