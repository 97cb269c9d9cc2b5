/** The card of a client: all about it, for the one who asks, with its preferences and its timeline. */
@NullMarked
package dev.beforehand.slack.clients;

import org.jspecify.annotations.NullMarked;
