/** Hands a letter to the mail server and says what became of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"letters"})
package dev.beforehand.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
