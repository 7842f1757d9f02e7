/** People of a campus all day: who is where by timetable, and how they walk there through doors, stairs and gates. */
@NullMarked
package io.campustwin.simulator.movement;

import org.jspecify.annotations.NullMarked;
