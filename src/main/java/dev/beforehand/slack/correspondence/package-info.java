/** What clients write, in Slack: the cards of their mails, and answering them. */
@NullMarked
package dev.beforehand.slack.correspondence;

import org.jspecify.annotations.NullMarked;
