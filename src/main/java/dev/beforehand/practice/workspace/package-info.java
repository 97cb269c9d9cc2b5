/** What stands in the practice workspace: people, rooms, messages and open views, in memory. */
@NullMarked
package dev.beforehand.practice.workspace;

import org.jspecify.annotations.NullMarked;
