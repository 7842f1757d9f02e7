package io.campustwin.simulator.people;

import java.util.List;

/**
 * The school day in minutes after midnight, local time: eight lessons, lunch, boarders' supper and self-study. Monday
 * to Friday; at week-ends only boarders are there.
 */
public record Timetable(
    List<Span> lessons,
    Span arrival,
    Span lunch,
    Span leaving,
    Span supper,
    Span selfStudy,
    Span night) {

  /** From (included) to (excluded), minutes after midnight; {@code to} may pass midnight. */
  public record Span(int from, int to) {
    boolean holds(int minute) {
      return (minute >= from && minute < to) || (minute + 1440 >= from && minute + 1440 < to);
    }

    /** Share of the span gone by, 0 to 1. */
    double gone(double minute) {
      return Math.max(0, Math.min(1, (minute - from) / (to - from)));
    }
  }

  /** What most of the school is doing. */
  public enum Part {
    NIGHT,
    EARLY,
    ARRIVAL,
    LESSON,
    BREAK,
    LUNCH,
    LEAVING,
    SUPPER,
    SELF_STUDY,
    EVENING
  }

  /** A usual Chinese school day. */
  public static final Timetable USUAL = new Timetable(
      List.of(
          new Span(480, 525),
          new Span(535, 580),
          new Span(600, 645),
          new Span(655, 700),
          new Span(840, 885),
          new Span(895, 940),
          new Span(950, 995),
          new Span(1005, 1050)),
      new Span(430, 480),
      new Span(700, 840),
      new Span(1050, 1080),
      new Span(1080, 1125),
      new Span(1140, 1260),
      new Span(1320, 1830));

  /** Part of the day at a minute after midnight of a school day. */
  public Part partAt(int minute) {
    if (night.holds(minute)) {
      return Part.NIGHT;
    }
    if (minute < arrival.from()) {
      return Part.EARLY;
    }
    if (arrival.holds(minute)) {
      return Part.ARRIVAL;
    }
    if (lunch.holds(minute)) {
      return Part.LUNCH;
    }
    if (lessonAt(minute) >= 0) {
      return Part.LESSON;
    }
    return minute < leaving.from() ? Part.BREAK : evening(minute);
  }

  /** Number of the lesson from 0, -1 if none is held. */
  public int lessonAt(int minute) {
    for (int i = 0; i < lessons.size(); i++) {
      if (lessons.get(i).holds(minute)) {
        return i;
      }
    }
    return -1;
  }

  private Part evening(int minute) {
    if (leaving.holds(minute)) {
      return Part.LEAVING;
    }
    if (supper.holds(minute)) {
      return Part.SUPPER;
    }
    return selfStudy.holds(minute) ? Part.SELF_STUDY : Part.EVENING;
  }
}
