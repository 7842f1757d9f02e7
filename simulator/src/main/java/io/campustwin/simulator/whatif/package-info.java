/** A fork of the twin that runs forward with a world as its field, and what came of it. */
@NullMarked
package io.campustwin.simulator.whatif;

import org.jspecify.annotations.NullMarked;
