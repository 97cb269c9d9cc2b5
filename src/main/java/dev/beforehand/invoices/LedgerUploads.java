package dev.beforehand.invoices;

import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.LedgerReport.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ledger files that somebody hands in: invoices, or, where the file's name begins with {@code clients}, clients. Where a
 * folder or file is watched, that stays the ledger, and what is handed in only adds to it. Where none is, what is handed in
 * is the ledger: an open invoice that it does not have is missing.
 */
public interface LedgerUploads {

    /**
     * What {@link #take} would do; nothing is changed.
     *
     * @param refused is told of every row that cannot be read
     */
    LedgerPreview preview(Path file, Consumer<Refusal> refused) throws IOException;

    /**
     * Takes the file in.
     *
     * @param asOf when it was handed in
     * @param ledger the state of the ledger in which it was looked at
     * @return empty where the ledger has changed since, so that it has to be looked at again; nothing is changed then
     */
    Optional<LedgerReport> take(Path file, Instant asOf, String ledger, ColleagueId by) throws IOException;
}
