package io.campustwin.engine.calendar;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * What a date is to a school.
 *
 * @param day whose plan is followed; a make-up working day may be a Saturday that follows Friday's
 * @param off null for a day of school or an ordinary week-end
 */
public record DayPlan(DayOfWeek day, @Nullable DayOff off) {}
