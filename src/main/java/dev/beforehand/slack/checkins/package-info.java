/** The card of a check-in: who claims it, what the client said and what came of it. */
@NullMarked
package dev.beforehand.slack.checkins;

import org.jspecify.annotations.NullMarked;
