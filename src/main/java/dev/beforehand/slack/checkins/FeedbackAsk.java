package dev.beforehand.slack.checkins;

import java.util.regex.Pattern;

/** What a feedback form was opened for: a promise and a problem have to be filled in where it was opened for them. */
enum FeedbackAsk {
    ANYTHING,
    PROMISE,
    PROBLEM;

    private static final String FORM = "check-in:feedback:";

    /** Matches the form, whatever it was opened for. */
    static final Pattern FORMS = Pattern.compile(FORM + "[A-Z]+");

    String callbackId() {
        return FORM + name();
    }

    static FeedbackAsk of(String callbackId) {
        return valueOf(callbackId.substring(FORM.length()));
    }
}
