/** Letters in Slack: the cards of those that are stuck, and sending one now. */
@NullMarked
package dev.beforehand.slack.reminders;

import org.jspecify.annotations.NullMarked;
