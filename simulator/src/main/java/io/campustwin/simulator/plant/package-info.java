/** Machines that make heat and cold: what they can, what they draw and what they give off, by published performance maps. */
@NullMarked
package io.campustwin.simulator.plant;

import org.jspecify.annotations.NullMarked;
