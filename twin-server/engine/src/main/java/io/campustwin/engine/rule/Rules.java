package io.campustwin.engine.rule;

import io.campustwin.engine.control.Scene;
import io.campustwin.engine.control.Schedule;
import io.campustwin.engine.interlock.Interlock;
import io.campustwin.engine.linkage.Linkage;
import java.util.List;

/** What the engine does by itself on one campus, in the order of the files. Read it with {@link RulesReader}. */
public record Rules(
    List<Linkage> linkages,
    List<Schedule> schedules,
    List<Interlock> interlocks,
    List<Scene> scenes) {
  public Rules {
    linkages = List.copyOf(linkages);
    schedules = List.copyOf(schedules);
    interlocks = List.copyOf(interlocks);
    scenes = List.copyOf(scenes);
  }

  /** Without interlocks and scenes. */
  public Rules(List<Linkage> linkages, List<Schedule> schedules) {
    this(linkages, schedules, List.of(), List.of());
  }

  /** The same with other linkages. */
  public Rules withLinkages(List<Linkage> others) {
    return new Rules(others, schedules, interlocks, scenes);
  }

  /** An engine that does nothing by itself. */
  public static Rules none() {
    return new Rules(List.of(), List.of());
  }
}
