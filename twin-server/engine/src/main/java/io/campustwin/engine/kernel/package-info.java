/** The one writer: inputs in, outputs out, snapshots for everybody else. */
@NullMarked
package io.campustwin.engine.kernel;

import org.jspecify.annotations.NullMarked;
