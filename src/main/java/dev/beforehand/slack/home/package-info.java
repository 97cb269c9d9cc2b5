/** Home: what one person needs to see of it all, and where they set out from. */
@NullMarked
package dev.beforehand.slack.home;

import org.jspecify.annotations.NullMarked;
