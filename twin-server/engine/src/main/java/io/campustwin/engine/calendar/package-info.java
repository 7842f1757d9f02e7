/** The school year: terms, holidays, days that follow another day's plan, and lessons. */
@NullMarked
package io.campustwin.engine.calendar;

import org.jspecify.annotations.NullMarked;
