package dev.beforehand.slack.clients;

import static dev.beforehand.slack.clients.ClientFixture.CARD;
import static dev.beforehand.slack.clients.ClientFixture.FORM;
import static dev.beforehand.slack.clients.ClientFixture.TIMELINE;
import static dev.beforehand.slack.clients.ClientFixture.event;
import static dev.beforehand.slack.clients.ClientFixture.history;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.activity.Activity.Kind;
import org.junit.jupiter.api.Test;

class ClientViewTests {

    @Test
    void anOrdinaryClient() {
        var card = CARD.render(
                ClientFixture.ordinary(),
                history(
                        event(Kind.LETTER_SENT, null, "EUR 250.50", "INV-1042, INV-1043"),
                        event(Kind.FEEDBACK_LOGGED, "Ana Ruiz", null, "UPSET: Half of it was broken.")));

        Golden.assertSlack("client-card", card);
    }

    @Test
    void aClientOfWhomHardlyAnythingIsKnown() {
        Golden.assertSlack("client-card-unknown", CARD.render(ClientFixture.unknown(), history()));
    }

    @Test
    void theFormOfPreferences() {
        Golden.assertSlack("client-preferences", FORM.render(ClientFixture.ordinary(), "V0CARD"));
    }

    @Test
    void aPageOfTheTimeline() {
        var page = TIMELINE.render(
                ClientFixture.ordinary().client(), history(event(Kind.CHECK_IN_CLAIMED, "Ana Ruiz", null, "claimed")));

        Golden.assertSlack("client-timeline", page);
    }

    @Test
    void whateverAClientIsCalledAndHoweverMuchThereIsSlackTakesIt() {
        var account = ClientFixture.hostile();

        assertThat(Golden.refusals(json(CARD.render(account, ClientFixture.hostileHistory(ClientView.NEWEST)))))
                .isEmpty();
        assertThat(Golden.refusals(json(FORM.render(account, "V0123456789")))).isEmpty();
        assertThat(Golden.refusals(
                        json(TIMELINE.render(account.client(), ClientFixture.hostileHistory(TimelineView.SIZE)))))
                .isEmpty();
        assertThat(json(CARD.render(account, ClientFixture.hostileHistory(ClientView.NEWEST))))
                .doesNotContain("\"text\":\"<!channel>", "*<!channel>", "<@U0>\"");
    }

    private static String json(View view) {
        return GsonFactory.createSnakeCase().toJson(view);
    }
}
