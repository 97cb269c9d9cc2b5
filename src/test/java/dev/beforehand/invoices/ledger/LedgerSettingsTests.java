package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LedgerSettingsTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void thePlaceAndWhatIsBelowItAreBothSettings() {
        application
                .withPropertyValues(
                        "beforehand.ledger=/srv/ledger",
                        "beforehand.ledger.date-order=dmy",
                        "beforehand.ledger.decimals=comma",
                        "beforehand.ledger.settles=300ms",
                        "beforehand.ledger.columns.number=Our ref",
                        "beforehand.ledger.statuses.inkasso=OPEN",
                        "beforehand.currency=GBP")
                .run(context -> {
                    assertThat(context.getBean(LedgerPlace.class).ledger()).isEqualTo("/srv/ledger");
                    assertThat(context.getBean(LedgerPlace.class).currency().getCode())
                            .isEqualTo("GBP");
                    assertThat(context.getBean(LedgerSettings.class))
                            .isEqualTo(LedgerFixture.settings(
                                    DateOrder.DMY,
                                    DecimalMark.COMMA,
                                    Map.of("number", "Our ref"),
                                    Map.of("inkasso", InvoiceStatus.OPEN)));
                });
    }

    @Test
    void fromTheEnvironment() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                        Map.of(
                                                "BEFOREHAND_LEDGER", "/srv/ledger",
                                                "BEFOREHAND_LEDGER_DATE_ORDER", "MDY",
                                                "BEFOREHAND_LEDGER_COLUMNS_NUMBER", "Our ref"))))
                .run(context -> {
                    assertThat(context.getBean(LedgerPlace.class).ledger()).isEqualTo("/srv/ledger");
                    assertThat(context.getBean(LedgerSettings.class).dateOrder())
                            .isEqualTo(DateOrder.MDY);
                    assertThat(context.getBean(LedgerSettings.class).columns()).containsEntry("number", "Our ref");
                });
    }

    @Test
    void nothingIsSetOfItself() {
        application.run(context -> {
            assertThat(context.getBean(LedgerPlace.class).ledger()).isNull();
            assertThat(context.getBean(LedgerSettings.class))
                    .isEqualTo(new LedgerSettings(null, null, Map.of(), Map.of(), Duration.ofSeconds(1)));
        });
    }

    @Test
    void aFileIsNotWaitedForTooLong() {
        application
                .withPropertyValues("beforehand.ledger.settles=5m")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseMessage(
                                "beforehand.ledger.settles is 300s; choose a time from 0s to 60s, for the day"
                                        + " begins only after it."));
    }

    @Test
    void aColumnForAFieldThatDoesNotExistIsRefused() {
        application
                .withPropertyValues("beforehand.ledger.columns.nummer=X")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseMessage(
                                "beforehand.ledger.columns.nummer names no field of a ledger. The fields are"
                                        + " balance, cc, client, clientname, contactemail, contactperson, country, currency, disputed,"
                                        + " due, issued, language, letters, line, manageremail, managername, number, paid, paidon,"
                                        + " payrun, purchaseorder, region, salutation, settled, statement, status, tag, thanks,"
                                        + " timezone, total, type, voided, writtenoff."));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({LedgerSettings.class, LedgerPlace.class})
    static class Settings {}
}
