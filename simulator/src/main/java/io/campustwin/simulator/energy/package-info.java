/** Meters, photovoltaics and storage. */
@NullMarked
package io.campustwin.simulator.energy;

import org.jspecify.annotations.NullMarked;
