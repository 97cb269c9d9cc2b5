package dev.beforehand.invoices;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Guesses of which client somebody speaks: by invoice numbers, addresses, domains and names in their words. */
@Service
public class ClientGuess {

    private static final int NUMBER = 200;
    private static final int ADDRESS = 150;
    private static final int DOMAIN = 120;

    /** Less is one word of a long name, such as 'will' or 'may'. */
    private static final int LIKELY = 38;

    /** A word or a domain of more clients than this tells nothing. */
    private static final int COMMON = 50;

    private static final int SHARED = 3;

    private final JdbcClient jdbc;
    private final Clients clients;

    ClientGuess(JdbcClient jdbc, Clients clients) {
        this.jdbc = jdbc;
        this.clients = clients;
    }

    /**
     * The clients that may be meant.
     *
     * @param clients the likeliest first
     * @param clear whether the first is much likelier than all others, and likely at all
     */
    public record Guess(List<ClientId> clients, boolean clear) {

        static Guess of(Map<ClientId, Integer> scores, int most) {
            var ranked = scores.entrySet().stream()
                    .filter(each -> each.getValue() > 0)
                    .sorted(Map.Entry.<ClientId, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(each -> each.getKey().value()))
                    .toList();
            var clear = !ranked.isEmpty()
                    && ranked.getFirst().getValue() >= LIKELY
                    && (ranked.size() == 1
                            || 2 * ranked.getFirst().getValue()
                                    > 3 * ranked.get(1).getValue());
            return new Guess(ranked.stream().limit(most).map(Map.Entry::getKey).toList(), clear);
        }
    }

    public Guess in(String text, int most) {
        var clues = Clues.in(text);
        var scores = new HashMap<ClientId, Integer>();
        numbered(clues.numbers()).values().forEach(client -> scores.merge(client, NUMBER, Math::max));
        clues.addresses().forEach(address -> {
            score(scores, clients.withAddress(address), ADDRESS);
            score(scores, clients.withDomainOf(address), DOMAIN);
        });
        clues.domains().forEach(domain -> score(scores, clients.withDomainOf("@" + domain), DOMAIN));
        named(clues.words()).forEach((client, name) -> scores.merge(client, clues.likeness(name), Math::max));
        return Guess.of(scores, most);
    }

    /** The one of these clients whose name stands in the words; empty where none does, or one as well as another. */
    public static Optional<ClientId> among(Collection<Client> clients, String text) {
        var clues = Clues.in(text);
        var scores = clients.stream().collect(Collectors.toMap(Client::id, client -> clues.likeness(client.name())));
        var guess = Guess.of(scores, 1);
        return guess.clear() ? Optional.of(guess.clients().getFirst()) : Optional.empty();
    }

    /** The invoices of the client whose numbers stand in the words. */
    public List<InvoiceId> invoices(String text, ClientId of) {
        return numbered(Clues.in(text).numbers()).entrySet().stream()
                .filter(each -> each.getValue().equals(of))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void score(Map<ClientId, Integer> scores, List<Client> found, int score) {
        if (found.size() <= SHARED) {
            found.forEach(client -> scores.merge(client.id(), score, Math::max));
        }
    }

    private Map<InvoiceId, ClientId> numbered(Collection<String> numbers) {
        var found = new HashMap<InvoiceId, ClientId>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select id, client_id from invoice where number_key in (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        found.put(new InvoiceId(row.getLong("id")), new ClientId(row.getLong("client_id")));
                    });
        }
        return found;
    }

    /** Those that have one of these words in their name, unless many have it. */
    private Map<ClientId, String> named(Collection<String> words) {
        var found = new HashMap<ClientId, String>();
        if (!words.isEmpty()) {
            jdbc.sql("""
                            select c.id, c.name from client c where c.id in (
                                select client_id from client_word where word in (
                                    select word from client_word where word in (:words)
                                    group by word having count(*) <= :common))""").param("words", words).param("common", COMMON).query(row -> {
                found.put(new ClientId(row.getLong("id")), row.getString("name"));
            });
        }
        return found;
    }
}
