package dev.beforehand.database;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientWords;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts clients, colleagues and invoices into a test's database. */
public class TestLedger {

    private final JdbcClient jdbc;

    TestLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ColleagueId colleague(String name) {
        var mail = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@brightwater.example";
        jdbc.sql("insert into colleague (name, email, slack_user_id) values (?, ?, ?)")
                .params(name, mail, "U0" + name.toUpperCase(Locale.ROOT).replace(" ", ""))
                .update();
        return new ColleagueId(id("colleague", "email", mail));
    }

    /** A client with a contact to write to. */
    public ClientId client(String name, ColleagueId accountManager) {
        jdbc.sql(
                        "insert into client (name, name_key, contact_name, contact_email, account_manager_id, language) values (?, ?, ?, ?, ?, 'en')")
                .params(
                        name,
                        name.toLowerCase(Locale.ROOT),
                        "Accounts",
                        "accounts@client.example",
                        accountManager.value())
                .update();
        return words(name);
    }

    public ClientId clientWithoutContact(String name) {
        jdbc.sql("insert into client (name, name_key) values (?, ?)")
                .params(name, name.toLowerCase(Locale.ROOT))
                .update();
        return words(name);
    }

    public InvoiceId invoice(String number, ClientId client, LocalDate dueOn, String total) {
        var amount = Money.parse(total);
        jdbc.sql("""
                insert into invoice (number, number_key, client_id, issued_on, due_on, currency, total, paid, open_until, disputed, noted)
                values (?, ?, ?, ?, ?, ?, ?, 0, ?, false, false)""")
                .params(
                        number,
                        number.toUpperCase(Locale.ROOT),
                        client.value(),
                        dueOn.minusDays(30),
                        dueOn,
                        amount.getCurrencyUnit().getCode(),
                        amount.getAmountMinorLong(),
                        LocalDate.of(9999, 12, 31))
                .update();
        return new InvoiceId(id("invoice", "number", number));
    }

    public void paid(InvoiceId invoice, LocalDate on) {
        jdbc.sql("update invoice set open_until = ?, closed_by = 'PAYMENT' where id = ?")
                .params(on, invoice.value())
                .update();
    }

    private ClientId words(String name) {
        var client = new ClientId(id("client", "name", name));
        for (var word : ClientWords.of(name)) {
            jdbc.sql("insert into client_word (word, client_id) values (?, ?)")
                    .params(word, client.value())
                    .update();
        }
        return client;
    }

    private long id(String table, String column, String value) {
        return jdbc.sql("select id from " + table + " where " + column + " = ?")
                .param(value)
                .query(Long.class)
                .single();
    }
}
