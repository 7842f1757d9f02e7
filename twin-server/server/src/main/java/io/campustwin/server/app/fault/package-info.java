/** {@code campus fault}: faults of a running virtual campus, and proxies that disturb real programs. */
@NullMarked
package io.campustwin.server.app.fault;

import org.jspecify.annotations.NullMarked;
