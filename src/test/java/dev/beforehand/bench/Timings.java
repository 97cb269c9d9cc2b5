package dev.beforehand.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** How long each of many calls took, in nanoseconds. */
record Timings(long[] sorted) {

    /** Calls the work so many times, after as many calls that only warm it up. */
    static Timings of(int calls, IntConsumer work) {
        for (int i = 0; i < calls; i++) {
            work.accept(i);
        }
        var nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            work.accept(i);
            nanos[i] = System.nanoTime() - start;
        }
        return ofAll(nanos);
    }

    static Timings ofAll(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timings(sorted);
    }

    double millis(double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] / 1e6;
    }

    @Override
    public String toString() {
        return "p50 %.3f ms, p99 %.3f ms".formatted(millis(0.5), millis(0.99));
    }

    /** This one's quantiles as multiples of the other's. */
    String ratioTo(Timings bare) {
        return "p50 x%.2f, p99 x%.2f".formatted(millis(0.5) / bare.millis(0.5), millis(0.99) / bare.millis(0.99));
    }
}
