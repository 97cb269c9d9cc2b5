/** What is agreed with a client: promises, disputes and holds, from a button or from {@code /invoices}. */
@NullMarked
package dev.beforehand.slack.agreements;

import org.jspecify.annotations.NullMarked;
