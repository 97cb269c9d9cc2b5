package dev.beforehand.slack.people;

import dev.beforehand.clients.Role;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a finance lead can answer to the question about somebody's role. */
enum Choice {
    ACCOUNT_MANAGER(Role.ACCOUNT_MANAGER),
    VIEWER(Role.VIEWER),
    NO(null);

    static final String ACTION = "people:decide:";

    static final Pattern ACTIONS = Pattern.compile(ACTION + "[A-Z_]+");

    private final @Nullable Role role;

    Choice(@Nullable Role role) {
        this.role = role;
    }

    static Choice ofAction(String actionId) {
        return valueOf(actionId.substring(ACTION.length()));
    }

    static Choice of(@Nullable Role role) {
        return Arrays.stream(values())
                .filter(choice -> choice.role == role)
                .findFirst()
                .orElseThrow();
    }

    @Nullable
    Role role() {
        return role;
    }
}
