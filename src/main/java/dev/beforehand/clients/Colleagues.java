package dev.beforehand.clients;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The own team. E-mail addresses are compared without regard to case. */
@Service
public class Colleagues {

    private final ColleagueRepository colleagues;

    Colleagues(ColleagueRepository colleagues) {
        this.colleagues = colleagues;
    }

    public Optional<Colleague> find(ColleagueId id) {
        return colleagues.findById(id);
    }

    public Optional<Colleague> bySlackUser(String slackUserId) {
        return colleagues.findBySlackUserId(slackUserId);
    }

    public Optional<Colleague> byEmail(String email) {
        return colleagues.findByEmail(key(email));
    }

    /** Whether the ledger has somebody with this address look after a client. */
    public boolean isAccountManager(String email) {
        return colleagues.countClientsOf(key(email)) > 0;
    }

    /**
     * Remembers somebody who was met in Slack. A colleague whom the ledger named by this address becomes the same person.
     */
    @Transactional
    public Colleague met(String slackUserId, @Nullable String email, String name) {
        var address = email == null || email.isBlank() ? null : key(email);
        if (address != null) {
            colleagues.findByEmail(address).ifPresent(known -> colleagues.meet(known.id(), slackUserId, name));
        }
        colleagues.add(slackUserId, address, name);
        return colleagues.findBySlackUserId(slackUserId).orElseThrow();
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
