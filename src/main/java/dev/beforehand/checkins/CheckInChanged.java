package dev.beforehand.checkins;

/** Something about a check-in is not as it was; whoever shows it looks again. */
public record CheckInChanged(CheckInId checkIn) {}
