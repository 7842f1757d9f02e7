/** Scenario files, and their runs of engine and world on virtual time. */
@NullMarked
package io.campustwin.simulator.scenario;

import org.jspecify.annotations.NullMarked;
