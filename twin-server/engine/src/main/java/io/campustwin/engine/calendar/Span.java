package io.campustwin.engine.calendar;

import io.campustwin.place.Name;
import java.time.LocalDate;

/** Some days in a row with a name: a term, a holiday. Both ends belong to it. */
public record Span(String id, Name name, LocalDate from, LocalDate to) {
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}
