package dev.beforehand.slack;

import com.slack.api.model.view.View;

/** What people see on Home. */
public interface HomeTab {

    /** What this person sees, from the database as it is now. Not within a transaction. */
    View render(String person);
}
