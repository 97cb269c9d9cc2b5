/** The clients, whom to write to there, and the colleagues who look after them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"activity", "database"})
package dev.beforehand.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
