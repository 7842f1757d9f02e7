/** Versioned bytes: the compact form shared by the journal, the saved engine and the output hash. */
@NullMarked
package io.campustwin.engine.bytes;

import org.jspecify.annotations.NullMarked;
