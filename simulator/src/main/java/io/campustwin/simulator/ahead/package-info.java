/** How a world is set up from what a twin knows: the last hours of a campus, its people, its weather. */
@NullMarked
package io.campustwin.simulator.ahead;

import org.jspecify.annotations.NullMarked;
