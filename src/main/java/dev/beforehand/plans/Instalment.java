package dev.beforehand.plans;

import java.time.LocalDate;

/**
 * One part of a plan.
 *
 * @param nominalOn the day by the plan's interval
 * @param payableOn the working day on which it is payable: the nominal one or the next after it
 * @param amount minor units of the plan's currency
 */
public record Instalment(LocalDate nominalOn, LocalDate payableOn, long amount) {}
