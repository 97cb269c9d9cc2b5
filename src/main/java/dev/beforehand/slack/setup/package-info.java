/** Whether all that Beforehand needs is set up, and what to do where it is not. */
@NullMarked
package dev.beforehand.slack.setup;

import org.jspecify.annotations.NullMarked;
