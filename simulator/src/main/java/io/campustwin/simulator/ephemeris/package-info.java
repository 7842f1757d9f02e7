/** The earth's way round the sun: series of the Solar Position Algorithm. */
@NullMarked
package io.campustwin.simulator.ephemeris;

import org.jspecify.annotations.NullMarked;
