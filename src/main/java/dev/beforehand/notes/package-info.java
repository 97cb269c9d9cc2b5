/** What the team wrote among itself about a client. It is for its timeline alone: no room that writes to clients may use it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"activity", "clients"})
package dev.beforehand.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
