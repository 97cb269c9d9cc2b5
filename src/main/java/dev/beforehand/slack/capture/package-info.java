/** What stands in Slack already and is kept for a client: words in a message, and the team's own talk. */
@NullMarked
package dev.beforehand.slack.capture;

import org.jspecify.annotations.NullMarked;
