/** What Slack takes of messages, modals and Home, and what it refuses and why. Pure. */
@NullMarked
package dev.beforehand.practice.limits;

import org.jspecify.annotations.NullMarked;
