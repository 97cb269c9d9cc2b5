package dev.beforehand.clients;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps contacts, account managers and preferences of clients as a list says they are; clients are matched by name. What
 * somebody edited in Slack stands until the list itself says something new about it.
 */
@Service
public class ClientDirectory {

    private static final ColleagueId NOT_ENTERED = new ColleagueId(0);

    private final ClientRegister register;
    private final ClientRepository clients;
    private final ColleagueRepository colleagues;
    private final PreferenceEdits edits;
    private final PreferenceNews news;

    ClientDirectory(
            ClientRegister register,
            ClientRepository clients,
            ColleagueRepository colleagues,
            PreferenceEdits edits,
            PreferenceNews news) {
        this.register = register;
        this.clients = clients;
        this.colleagues = colleagues;
        this.edits = edits;
        this.news = news;
    }

    /** What became of it. */
    public enum Kept {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /** Keeps what is told of one client; an account manager who is not known yet becomes a colleague. */
    @Transactional
    public Kept keep(ClientFacts facts) {
        var key = ClientWords.key(facts.name());
        boolean isNew = clients.findByNameKey(key).isEmpty();
        register.idsOf(List.of(facts.name()));
        var before = clients.findByNameKey(key).orElseThrow();
        var manager = accountManager(before, facts);
        if (reconciled(before, facts, manager).isNothingNewFor(before)) {
            return isNew ? Kept.NEW : Kept.UNCHANGED;
        }
        clients.lock(before.id().value());
        save(clients.findById(before.id()).orElseThrow(), facts, manager);
        return isNew ? Kept.NEW : Kept.CHANGED;
    }

    private void save(Client before, ClientFacts facts, @Nullable ColleagueId manager) {
        var reconciled = reconciled(before, facts, manager);
        clients.save(reconciled.client());
        reconciled.over().forEach(edit -> edits.remove(before.id(), edit.field()));
        news.changed(before, reconciled.client(), reconciled.overruled(before), null);
    }

    private Reconciled reconciled(Client before, ClientFacts facts, @Nullable ColleagueId manager) {
        return Reconciled.of(before, edits.of(before.id()), listed -> with(listed, facts, manager));
    }

    /** What {@link #keep} would do. */
    public Kept compare(ClientFacts facts) {
        return clients.findByNameKey(ClientWords.key(facts.name()))
                .map(before -> reconciled(before, facts, knownAccountManager(before, facts))
                                .isNothingNewFor(before)
                        ? Kept.UNCHANGED
                        : Kept.CHANGED)
                .orElse(Kept.NEW);
    }

    private static Client with(Client before, ClientFacts facts, @Nullable ColleagueId accountManager) {
        return new Client(
                before.id(),
                before.name(),
                before.nameKey(),
                facts.contactName().or(before.contactName()),
                facts.contactEmail().or(before.contactEmail()),
                accountManager,
                facts.language().or(before.language()),
                facts.timeZone().or(before.timeZone()),
                facts.country().or(before.country()),
                facts.region().or(before.region()),
                facts.tag().or(before.tag()),
                facts.wishes().or(before.preferences()));
    }

    private @Nullable ColleagueId accountManager(Client before, ClientFacts facts) {
        return facts.accountManagerEmail().isTold() ? accountManager(facts) : before.accountManagerId();
    }

    /** Somebody who would have to be entered first stands for a change. */
    private @Nullable ColleagueId knownAccountManager(Client before, ClientFacts facts) {
        if (!facts.accountManagerEmail().isTold()) {
            return before.accountManagerId();
        }
        var address = facts.accountManagerEmail().value();
        return address == null
                ? null
                : colleagues
                        .findByEmail(address.toLowerCase(Locale.ROOT))
                        .map(Colleague::id)
                        .orElse(NOT_ENTERED);
    }

    private @Nullable ColleagueId accountManager(ClientFacts facts) {
        var address = facts.accountManagerEmail().value();
        if (address == null) {
            return null;
        }
        var key = address.toLowerCase(Locale.ROOT);
        var name = facts.accountManagerName().value();
        colleagues.add(null, key, Optional.ofNullable(name).orElseGet(() -> nameIn(key)));
        var colleague = colleagues.findByEmail(key).orElseThrow();
        if (name != null && colleague.slackUserId() == null && !Objects.equals(name, colleague.name())) {
            colleagues.rename(colleague.id(), name);
        }
        return colleague.id();
    }

    /** ana.ruiz@brightwater.example is Ana Ruiz until she is met in Slack. */
    private static String nameIn(String address) {
        return Stream.of(address.substring(0, address.indexOf('@')).split("[._-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
