package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckInId;
import java.util.UUID;

/**
 * One feedback form as it was opened for somebody; it travels in the modal's private metadata.
 *
 * @param form tells it from all others, so that a form which is sent twice is known again
 */
record FeedbackSheet(CheckInId checkIn, String form) {

    private static final String BETWEEN = " ";

    static FeedbackSheet open(CheckInId checkIn) {
        return new FeedbackSheet(checkIn, UUID.randomUUID().toString());
    }

    String metadata() {
        return checkIn + BETWEEN + form;
    }

    static FeedbackSheet of(String metadata) {
        var parts = metadata.split(BETWEEN, 2);
        return new FeedbackSheet(new CheckInId(Long.parseLong(parts[0])), parts[1]);
    }
}
