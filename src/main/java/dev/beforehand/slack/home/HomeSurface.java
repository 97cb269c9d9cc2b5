package dev.beforehand.slack.home;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.beforehand.accounts.Portfolio.From;
import dev.beforehand.accounts.Portfolio.Order;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Homes;
import dev.beforehand.slack.Roles;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.home.Home.Tour;
import dev.beforehand.slack.home.Home.Whose;
import dev.beforehand.slack.setup.Setup;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/** Somebody looks at Home, or sets up what they see there. */
@Component
class HomeSurface implements SlackSurface {

    private final HomeRows rows;
    private final HomeReader reader;
    private final Homes homes;
    private final Roles roles;
    private final Setup setup;

    HomeSurface(HomeRows rows, HomeReader reader, Homes homes, Roles roles, Setup setup) {
        this.rows = rows;
        this.reader = reader;
        this.homes = homes;
        this.roles = roles;
        this.setup = setup;
    }

    @Override
    public void register(Gate gate) {
        gate.event(AppHomeOpenedEvent.class, event -> Optional.empty(), this::opened);
        gate.blockAction(
                ClientList.WHOSE, Role.VIEWER, changing((home, action) -> home.of(Whose.valueOf(chosen(action)))));
        gate.blockAction(
                ClientList.ORDER, Role.VIEWER, changing((home, action) -> home.by(Order.valueOf(chosen(action)))));
        gate.blockAction(
                ClientList.CURRENCY, Role.VIEWER, changing((home, action) -> home.in(CurrencyUnit.of(chosen(action)))));
        gate.blockAction(
                ClientList.LATE,
                Role.VIEWER,
                changing((home, action) -> home.onlyLate(Boolean.parseBoolean(action.getValue()))));
        gate.blockAction(
                Pattern.compile(Pattern.quote(ClientList.PAGE) + "[A-Z]+"),
                Role.VIEWER,
                changing((home, action) -> home.on(From.of(action.getValue()))));
        gate.blockAction(TourBlocks.START, Role.VIEWER, touring(Tour::takenUp));
        gate.blockAction(TourBlocks.LEAVE, Role.VIEWER, touring(Tour::left));
        gate.blockAction(TourBlocks.END, Role.VIEWER, touring(Tour::ended));
        gate.blockAction(
                Pattern.compile(Pattern.quote(TourBlocks.STEP) + "[A-Z]+"),
                Role.VIEWER,
                changing((home, action) -> home.with(home.tour().at(Integer.parseInt(action.getValue())))));
    }

    /** Slack says so of the messages beside Home, too. */
    private Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
        var person = payload.getEvent().getUser();
        if (!"home".equals(payload.getEvent().getTab())) {
            return context.ack();
        }
        var role = roles.of(person);
        if (role.isPresent()) {
            rows.opened(reader.first(person));
        }
        homes.show(person);
        if (role.filter(Role.FINANCE_LEAD::equals).isPresent()) {
            setup.look(person);
        }
        return context.ack();
    }

    private BlockActionHandler touring(UnaryOperator<Tour> change) {
        return changing((home, action) -> home.with(change.apply(home.tour())));
    }

    private BlockActionHandler changing(BiFunction<Home, Action, Home> change) {
        return (request, context) -> {
            var person = request.getPayload().getUser().getId();
            var action = request.getPayload().getActions().getFirst();
            rows.change(person, home -> change.apply(home, action));
            return context.ack();
        };
    }

    private static String chosen(Action action) {
        return action.getSelectedOption().getValue();
    }
}
