package dev.beforehand.plans;

/** Something about a plan is not as it was; whoever shows it looks again. */
public record PlanChanged(PlanId plan) {}
