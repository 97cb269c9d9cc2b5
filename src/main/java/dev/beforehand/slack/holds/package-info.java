/** Holding letters back, and letting them go on: the form behind {@code /invoices hold}. */
@NullMarked
package dev.beforehand.slack.holds;

import org.jspecify.annotations.NullMarked;
