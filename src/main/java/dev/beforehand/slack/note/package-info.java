/** What each account manager is told in the morning, and the whole team at the end of the week. */
@NullMarked
package dev.beforehand.slack.note;

import org.jspecify.annotations.NullMarked;
