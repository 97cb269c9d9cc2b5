/** Loads, checks and renders the words that a person reads; pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar"})
package dev.beforehand.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
