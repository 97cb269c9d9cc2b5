/** The slash command {@code /invoices}: finding invoices and showing them to the asker. */
@NullMarked
package dev.beforehand.slack.lookup;

import org.jspecify.annotations.NullMarked;
