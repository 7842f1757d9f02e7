/** Fire and smoke beside published hand calculations. */
@NullMarked
package io.campustwin.simulator.validate.fire;

import org.jspecify.annotations.NullMarked;
