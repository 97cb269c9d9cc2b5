package dev.beforehand.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReconciledTests {

    private static final PreferenceEdit WAS_ENGLISH = new PreferenceEdit(PreferenceField.LANGUAGE, "en");

    private final Client edited = client("de", "DE", "by");

    @Test
    void anEditStandsWhileTheListSaysTheSame() {
        var reconciled = reconciled(List.of(WAS_ENGLISH), listed -> listed);

        assertThat(reconciled.client()).isEqualTo(edited);
        assertThat(reconciled.isNothingNewFor(edited)).isTrue();
    }

    @Test
    void anEditStandsBesideWhatElseTheListChanges() {
        var reconciled = reconciled(List.of(WAS_ENGLISH), listed -> PreferenceField.PAY_RUN.in(listed, "THURSDAY"));

        assertThat(reconciled.client().language()).isEqualTo("de");
        assertThat(reconciled.client().preferences().payRun()).isEqualTo(DayOfWeek.THURSDAY);
        assertThat(reconciled.over()).isEmpty();
    }

    @Test
    void anEditGivesWayToSomethingNewInTheList() {
        var reconciled = reconciled(List.of(WAS_ENGLISH), listed -> PreferenceField.LANGUAGE.in(listed, "fr"));

        assertThat(reconciled.client().language()).isEqualTo("fr");
        assertThat(reconciled.overruled(edited)).containsExactly(PreferenceField.LANGUAGE);
    }

    @Test
    void anEditThatTheListTakesUpIsNoEditAnyMore() {
        var reconciled = reconciled(List.of(WAS_ENGLISH), listed -> PreferenceField.LANGUAGE.in(listed, "de"));

        assertThat(reconciled.client()).isEqualTo(edited);
        assertThat(reconciled.over()).containsExactly(WAS_ENGLISH);
        assertThat(reconciled.overruled(edited)).isEmpty();
        assertThat(reconciled.isNothingNewFor(edited)).isFalse();
    }

    @Test
    void aRegionMeansNothingInAnotherCountry() {
        var noRegion = new PreferenceEdit(PreferenceField.REGION, null);

        var reconciled = reconciled(List.of(noRegion), listed -> client("de", "GB", null));

        assertThat(reconciled.client().region()).isNull();
        assertThat(reconciled.overruled(edited)).containsExactly(PreferenceField.REGION);
    }

    private Reconciled reconciled(List<PreferenceEdit> edits, UnaryOperator<Client> list) {
        return Reconciled.of(edited, edits, list);
    }

    private static Client client(String language, String country, String region) {
        return new Client(
                new ClientId(7),
                "Isar AG",
                "isar ag",
                null,
                null,
                null,
                language,
                null,
                country,
                region,
                null,
                new Preferences(null, null, null, false, false, null, true));
    }
}
