/** Indicators of the standards judged on a campus, and the report. */
@NullMarked
package io.campustwin.simulator.evaluate;

import org.jspecify.annotations.NullMarked;
