/** Who may do what: people without a role connect, or a finance lead decides about them. */
@NullMarked
package dev.beforehand.slack.people;

import org.jspecify.annotations.NullMarked;
