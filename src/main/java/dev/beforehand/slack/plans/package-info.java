/** Payment plans: the form that proposes one and the card on which it is decided. */
@NullMarked
package dev.beforehand.slack.plans;

import org.jspecify.annotations.NullMarked;
