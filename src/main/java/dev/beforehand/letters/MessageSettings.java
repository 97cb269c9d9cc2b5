package dev.beforehand.letters;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param messages a folder on disk whose files replace the packaged ones of the same name; empty for none */
@ConfigurationProperties("beforehand")
record MessageSettings(@Nullable String messages) {}
