/** Who is where, by timetable, and how they leave in an emergency. */
@NullMarked
package io.campustwin.simulator.people;

import org.jspecify.annotations.NullMarked;
