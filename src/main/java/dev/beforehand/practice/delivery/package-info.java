/** Carries to Beforehand, signed, what people do in the practice workspace, and understands its answers. */
@NullMarked
package dev.beforehand.practice.delivery;

import org.jspecify.annotations.NullMarked;
