package dev.beforehand.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.clients.ClientFacts.Fact;
import dev.beforehand.clients.ClientFacts.Wishes;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({ClientsFixture.class, TestLedger.class})
abstract class ClientPreferencesContract {

    @Autowired
    ClientPreferences preferences;

    @Autowired
    ClientDirectory directory;

    @Autowired
    Clients clients;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcClient jdbc;

    ColleagueId ana;
    ClientId isar;

    @BeforeEach
    void aClientFromAList() {
        ana = ledger.colleague("Ana Ruiz");
        isar = ledger.client("Isar AG", ana);
        listSays("en", "PO-1");
    }

    @Test
    void anEditStandsUntilTheListItselfSaysSomethingNew() {
        edit(PreferenceField.LANGUAGE, "de");
        assertThat(now().language()).isEqualTo("de");

        listSays("en", "PO-2");
        assertThat(now().language()).isEqualTo("de");
        assertThat(now().preferences().purchaseOrder()).isEqualTo("PO-2");

        listSays("fr", "PO-2");
        assertThat(now().language()).isEqualTo("fr");

        listSays("en", "PO-2");
        assertThat(now().language()).isEqualTo("en");
        assertThat(history()).containsExactly("slack Ana Ruiz LANGUAGE: en → de", "ledger null LANGUAGE: de → fr");
    }

    @Test
    void anEditOfAnEditIsStillComparedWithTheList() {
        edit(PreferenceField.LANGUAGE, "de");
        edit(PreferenceField.LANGUAGE, "it");

        listSays("en", "PO-1");

        assertThat(now().language()).isEqualTo("it");
    }

    @Test
    void whoSetsWhatTheListSaysFollowsTheListAgain() {
        edit(PreferenceField.LANGUAGE, "de");
        edit(PreferenceField.LANGUAGE, "en");
        assertThat(edits()).isZero();

        listSays("fr", "PO-1");
        assertThat(now().language()).isEqualTo("fr");
    }

    @Test
    void everyFieldCanBeEdited() {
        var wanted = new EnumMap<PreferenceField, @Nullable String>(Map.of(
                PreferenceField.LANGUAGE, "de-CH",
                PreferenceField.REGION, "by",
                PreferenceField.SALUTATION, "Dear Ms Weiss",
                PreferenceField.CC, "a@isar.example;b@isar.example",
                PreferenceField.PURCHASE_ORDER, "PO-9",
                PreferenceField.PAY_RUN, "THURSDAY",
                PreferenceField.LETTERS, "true",
                PreferenceField.STATEMENT, "true",
                PreferenceField.THANKS, "false"));

        assertThat(preferences.edit(isar, shown(), wanted, ana)).isEqualTo(new Edited.Saved(wanted.keySet()));

        assertThat(now().language()).isEqualTo("de-CH");
        assertThat(now().region()).isEqualTo("by");
        assertThat(now().preferences())
                .isEqualTo(new Preferences(
                        "a@isar.example;b@isar.example",
                        DayOfWeek.THURSDAY,
                        "PO-9",
                        true,
                        true,
                        "Dear Ms Weiss",
                        false));
        listSays("en", "PO-1");
        assertThat(now().preferences().purchaseOrder()).isEqualTo("PO-9");
        assertThat(edits()).isEqualTo(9);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        var shown = shown();
        edit(PreferenceField.LANGUAGE, "de");

        var mine = new EnumMap<PreferenceField, @Nullable String>(PreferenceField.class);
        mine.put(PreferenceField.LANGUAGE, "fr");
        mine.put(PreferenceField.PURCHASE_ORDER, "PO-5");

        assertThat(preferences.edit(isar, shown, mine, ana))
                .isInstanceOfSatisfying(Edited.Overtaken.class, overtaken -> {
                    assertThat(overtaken.fields()).isEqualTo(Set.of(PreferenceField.LANGUAGE));
                    assertThat(overtaken.now().language()).isEqualTo("de");
                });
        assertThat(now().preferences().purchaseOrder()).isEqualTo("PO-1");

        mine.put(PreferenceField.LANGUAGE, "en");
        preferences.edit(isar, shown, mine, ana);
        assertThat(now().language()).as("what the form left as it was shown").isEqualTo("de");
        assertThat(now().preferences().purchaseOrder()).isEqualTo("PO-5");
    }

    @Test
    void nobodyEditsAClientThatIsNotThere() {
        assertThat(preferences.edit(new ClientId(-1), Map.of(), Map.of(), ana)).isEqualTo(new Edited.Unknown());
    }

    private void edit(PreferenceField field, String value) {
        var wanted = new EnumMap<PreferenceField, @Nullable String>(PreferenceField.class);
        wanted.put(field, value);
        assertThat(preferences.edit(isar, shown(), wanted, ana)).isEqualTo(new Edited.Saved(Set.of(field)));
    }

    private Map<PreferenceField, Integer> shown() {
        var shown = new EnumMap<PreferenceField, Integer>(PreferenceField.class);
        for (var field : PreferenceField.values()) {
            shown.put(field, field.fingerprint(now()));
        }
        return shown;
    }

    private void listSays(String language, String purchaseOrder) {
        directory.keep(new ClientFacts(
                "Isar AG",
                Fact.notTold(),
                Fact.notTold(),
                Fact.notTold(),
                Fact.notTold(),
                Fact.told(language),
                Fact.notTold(),
                Fact.notTold(),
                Fact.notTold(),
                Fact.notTold(),
                new Wishes(
                        Fact.notTold(),
                        Fact.notTold(),
                        Fact.told(purchaseOrder),
                        Fact.notTold(),
                        Fact.notTold(),
                        Fact.notTold(),
                        Fact.notTold())));
    }

    private Client now() {
        return clients.find(isar).orElseThrow();
    }

    private int edits() {
        return jdbc.sql("select count(*) from preference_edit")
                .query(Integer.class)
                .single();
    }

    private List<String> history() {
        return jdbc.sql("""
                select a.source, m.name, a.detail from activity a left join colleague m on m.id = a.actor_id
                where a.kind = 'PREFERENCE_CHANGED' order by a.id""")
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    @OnSqlite
    static class OnSqliteTests extends ClientPreferencesContract {}

    @OnPostgres
    static class OnPostgresTests extends ClientPreferencesContract {}
}
