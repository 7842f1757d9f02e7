/** Heat balance of rooms and what heats or cools them. */
@NullMarked
package io.campustwin.simulator.thermal;

import org.jspecify.annotations.NullMarked;
