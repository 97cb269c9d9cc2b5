package dev.beforehand.slack.capture;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.ClientGuess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people said in a thread, and about whom. Under a client's own card all of it is about that client. In the thread of a
 * digest, where cards of many clients stand, a message is about the client that it names, otherwise about the one whose card
 * stands above it. Pure.
 */
final class Talk {

    /** @param user the Slack user id of whoever wrote it; empty where no person did */
    record Line(String ts, @Nullable String user, String words) {}

    private final List<Line> said = new ArrayList<>();
    private final Map<String, ClientId> about = new HashMap<>();

    /**
     * @param lines in their order, the one above first
     * @param cards the client of each card in the thread, by its ts
     * @param clients those
     */
    Talk(List<Line> lines, Map<String, ClientId> cards, List<Client> clients) {
        var root = lines.isEmpty() ? null : cards.get(lines.getFirst().ts());
        ClientId above = null;
        for (var line : lines) {
            above = cards.getOrDefault(line.ts(), above);
            if (line.user() != null && !line.words().isBlank()) {
                said.add(line);
                var client = root != null
                        ? root
                        : ClientGuess.among(clients, line.words()).orElse(above);
                if (client != null) {
                    about.put(line.ts(), client);
                }
            }
        }
    }

    List<Line> about(ClientId client) {
        return said.stream().filter(line -> client.equals(about.get(line.ts()))).toList();
    }

    Optional<ClientId> client(String ts) {
        return Optional.ofNullable(about.get(ts));
    }

    Optional<Line> line(String ts) {
        return said.stream().filter(line -> line.ts().equals(ts)).findFirst();
    }
}
