/** For how long somebody has a check-in: 'Still on it?', handing over, being away, and what nobody claims. */
@NullMarked
package dev.beforehand.slack.leases;

import org.jspecify.annotations.NullMarked;
