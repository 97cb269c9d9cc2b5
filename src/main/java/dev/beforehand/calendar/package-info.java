/** The team's zone and clock, its working days and holidays, and the jobs that run once a day. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.beforehand.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
