/** The energy hub: power, heat, cold and gas coupled by converters and stores, dispatched hour by hour. */
@NullMarked
package io.campustwin.simulator.hub;

import org.jspecify.annotations.NullMarked;
