/** What makes one set of repositories run on SQLite and on PostgreSQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.beforehand.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
