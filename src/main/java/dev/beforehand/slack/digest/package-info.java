/** The morning digest in its channel: the message, its pages, and the cards in its thread. */
@NullMarked
package dev.beforehand.slack.digest;

import org.jspecify.annotations.NullMarked;
