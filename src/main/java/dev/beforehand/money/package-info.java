/** Totals per currency, amounts in a reader's own format, and splits that lose no cent. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.beforehand.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
