/** Forks of the running twin: held for a while, a few at a time. */
@NullMarked
package io.campustwin.server.fork;

import org.jspecify.annotations.NullMarked;
