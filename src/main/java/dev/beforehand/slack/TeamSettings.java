package dev.beforehand.slack;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do what, as far as the settings say: people by Slack user id or e-mail address, or a whole Slack user group by
 * its id.
 *
 * @param approvers the finance leads
 * @param accountManagers also the word {@code ledger}: nobody but those whom the ledger and the settings name. Where this
 *     is empty, everybody in the workspace may work who is not a guest
 */
@ConfigurationProperties("beforehand")
record TeamSettings(
        @DefaultValue List<String> approvers,
        @DefaultValue List<String> accountManagers,
        @DefaultValue List<String> viewers) {

    private static final String LEDGER = "ledger";

    TeamSettings {
        approvers = filled(approvers);
        accountManagers = filled(accountManagers);
        viewers = filled(viewers);
        named("beforehand.approvers", approvers);
        named("beforehand.account-managers", withoutLedger(accountManagers));
        named("beforehand.viewers", viewers);
    }

    Named financeLeads() {
        return named("beforehand.approvers", approvers);
    }

    Named managers() {
        return named("beforehand.account-managers", withoutLedger(accountManagers));
    }

    Named onlookers() {
        return named("beforehand.viewers", viewers);
    }

    /** Whether everybody in the workspace may work. */
    boolean openToAll() {
        return accountManagers.isEmpty();
    }

    private static Named named(String setting, List<String> entries) {
        return Named.in(setting, entries);
    }

    private static List<String> withoutLedger(List<String> entries) {
        return entries.stream().filter(entry -> !entry.equalsIgnoreCase(LEDGER)).toList();
    }

    private static List<String> filled(List<String> entries) {
        return entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
