package dev.beforehand.clients;

import org.jspecify.annotations.Nullable;

/** Whom to write to at a client; the name is empty where only the address is known. */
public record Contact(@Nullable String name, String email) {}
