/** What the practice Slack does wrong when somebody asks for it, as the real one does now and then. */
@NullMarked
package dev.beforehand.practice.faults;

import org.jspecify.annotations.NullMarked;
