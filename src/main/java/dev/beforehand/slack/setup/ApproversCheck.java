package dev.beforehand.slack.setup;

import dev.beforehand.slack.FinanceLeads;
import org.springframework.stereotype.Component;

/** Whether somebody is named who decides and is told of problems, and Slack knows all who are. */
@Component
class ApproversCheck implements SetupCheck {

    private final FinanceLeads leads;

    ApproversCheck(FinanceLeads leads) {
        this.leads = leads;
    }

    @Override
    public SetupItem item() {
        return SetupItem.APPROVERS;
    }

    @Override
    public Finding look() {
        var unknown = leads.unknown();
        if (!unknown.isEmpty()) {
            return Finding.missing("unknown", String.join(", ", unknown));
        }
        var named = leads.ids();
        return named.isEmpty() ? Finding.missing("nobody", "") : Finding.good(FinanceLeads.mentions(named));
    }
}
