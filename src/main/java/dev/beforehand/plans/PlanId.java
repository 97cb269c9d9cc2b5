package dev.beforehand.plans;

/** Identifies a payment plan; opaque outside the database. */
public record PlanId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
