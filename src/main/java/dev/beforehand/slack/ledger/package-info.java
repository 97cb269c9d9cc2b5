/** Tells the finance leads what became of a ledger file. */
@NullMarked
package dev.beforehand.slack.ledger;

import org.jspecify.annotations.NullMarked;
