package dev.beforehand.invoices;

/** A ledger file was read, or refused. */
public record LedgerImported(LedgerReport report) {}
