/** Beforehand talks to clients before an invoice is due. Each package below is one room. */
@NullMarked
package dev.beforehand;

import org.jspecify.annotations.NullMarked;
