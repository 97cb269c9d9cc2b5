/** All mail to and from a client: what it answers, who it is from, and whether somebody still has to see to it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "activity", "mail", "letters", "clients"})
package dev.beforehand.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
