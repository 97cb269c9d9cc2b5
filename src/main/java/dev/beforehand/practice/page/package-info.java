/** The web page of practice: a chat people know, rendered on the server, with a mailbox beside it. */
@NullMarked
package dev.beforehand.practice.page;

import org.jspecify.annotations.NullMarked;
