package dev.beforehand.invoices.ledger;

/**
 * The numbers that a file had so far and the lines they stand in, as 64-bit hashes in open addressing: 20 bytes each, so
 * that a million of them need no more than 40 MB. Two numbers with one hash are as good as impossible.
 */
final class SeenNumbers {

    private static final int FIRST_SIZE = 1 << 12;

    private long[] hashes = new long[FIRST_SIZE];
    private long[] lines = new long[FIRST_SIZE];
    private int[] facts = new int[FIRST_SIZE];
    private int size;

    /** Remembers the invoice, unless its number was seen before: then the line of the first one, otherwise 0. */
    long firstLine(LedgerInvoice invoice) {
        int slot = slot(hash(invoice.key()));
        if (hashes[slot] != 0) {
            return lines[slot];
        }
        hashes[slot] = hash(invoice.key());
        lines[slot] = invoice.line();
        facts[slot] = invoice.facts();
        if (++size > hashes.length / 2) {
            grow();
        }
        return 0;
    }

    boolean has(String key) {
        return hashes[slot(hash(key))] != 0;
    }

    /** Whether the first row of this number said the same of it. */
    boolean sameAsFirst(LedgerInvoice invoice) {
        return facts[slot(hash(invoice.key()))] == invoice.facts();
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldLines = lines;
        var oldFacts = facts;
        hashes = new long[oldHashes.length * 2];
        lines = new long[oldHashes.length * 2];
        facts = new int[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                lines[slot] = oldLines[i];
                facts[slot] = oldFacts[i];
            }
        }
    }

    /** FNV-1a, its bits mixed once more; never 0, which stands for an empty slot. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
