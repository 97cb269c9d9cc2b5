/** All about one client as a read model: what it owes, how it pays, what was agreed, and its whole history. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "database", "activity", "clients"})
package dev.beforehand.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
