/** The methods of Slack's Web API that Beforehand calls, refusing what Slack refuses. */
@NullMarked
package dev.beforehand.practice.api;

import org.jspecify.annotations.NullMarked;
