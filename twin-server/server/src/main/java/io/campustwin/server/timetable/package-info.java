/** Course timetables of other systems, CSV and iCalendar, turned into the timetable of a campus. */
@NullMarked
package io.campustwin.server.timetable;

import org.jspecify.annotations.NullMarked;
