package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.PlannedLetters.Line;
import dev.beforehand.reminders.Reminder.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters of a day as they are listed: those that wait, as they would leave now. */
@Component
class DaysLetters {

    private final ReminderRows reminders;
    private final Queue queue;
    private final Observations observations;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Clock clock;

    DaysLetters(
            ReminderRows reminders,
            Queue queue,
            Observations observations,
            Clients clients,
            Colleagues colleagues,
            Clock clock) {
        this.reminders = reminders;
        this.queue = queue;
        this.observations = observations;
        this.clients = clients;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    PlannedLetters on(LocalDate day, int limit, int offset) {
        var letters = reminders.of(day, limit, offset);
        var page = new Page(letters);
        return new PlannedLetters(
                letters.stream().map(page::line).toList(),
                reminders.count(day),
                reminders.automatic(day),
                queue.leaving(day));
    }

    private final class Page {

        private final Map<ClientId, Client> byId;
        private final Map<ClientId, Observation> seen;
        private final Map<ColleagueId, String> names = new HashMap<>();

        Page(List<Reminder> letters) {
            this.byId = clients
                    .all(letters.stream().map(Reminder::client).distinct().toList())
                    .stream()
                    .collect(Collectors.toMap(Client::id, Function.identity()));
            this.seen = observations.of(
                    letters.stream()
                            .filter(letter -> letter.state().waits())
                            .collect(Collectors.groupingBy(
                                    Reminder::client, Collectors.flatMapping(Page::invoices, Collectors.toList()))),
                    LocalDate.now(clock));
        }

        private static Stream<InvoiceId> invoices(Reminder letter) {
            return letter.named().stream().map(Named::invoice);
        }

        Line line(Reminder letter) {
            var client = Objects.requireNonNull(byId.get(letter.client()));
            var looked = lastLook(letter);
            var stopped = looked.flatMap(LastLook::obstacle);
            var shown = shown(stopped.isPresent() ? letter : looked.orElse(letter));
            return new Line(
                    letter.id(),
                    letter.kind(),
                    client.id(),
                    client.name(),
                    letter.mode(),
                    shown.getFirst().step(),
                    shown.stream().map(Named::number).toList(),
                    shown.getFirst().dueOn(),
                    shown.stream().map(Named::balance).collect(Totals.summing()),
                    Objects.requireNonNullElse(name(client.accountManagerId()), ""),
                    letter.state(),
                    letter.hours().opens(),
                    name(letter.decidedBy()),
                    stopped.orElse(letter.cancelledFor()));
        }

        /** As it would leave now; empty where it does not wait. */
        private Optional<Reminder> lastLook(Reminder letter) {
            return letter.state().waits()
                    ? Optional.ofNullable(seen.get(letter.client()))
                            .map(now -> LastLook.at(letter, now, LocalDate.now(clock)))
                    : Optional.empty();
        }

        private static List<Named> shown(Reminder letter) {
            return letter.named().isEmpty() ? letter.invoices() : letter.named();
        }

        private @Nullable String name(@Nullable ColleagueId id) {
            return id == null
                    ? null
                    : names.computeIfAbsent(
                            id,
                            some -> colleagues.find(some).map(Colleague::name).orElse(""));
        }
    }
}
