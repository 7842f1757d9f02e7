/** Weather from a file or from a seed, and where the sun stands. */
@NullMarked
package io.campustwin.simulator.weather;

import org.jspecify.annotations.NullMarked;
