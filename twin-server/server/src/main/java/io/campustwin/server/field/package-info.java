/** The twin while it runs: hosts the adapters around the kernel and hands its outputs on. */
@NullMarked
package io.campustwin.server.field;

import org.jspecify.annotations.NullMarked;
