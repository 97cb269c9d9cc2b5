package dev.beforehand.checkins;

import dev.beforehand.clients.ClientId;

/** Something of this client was put on hold, or is no more; whoever shows it looks again. */
public record HoldChanged(ClientId client) {}
