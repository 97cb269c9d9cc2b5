/** Who did what, when and from where; nothing here is ever deleted. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "database"})
package dev.beforehand.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
