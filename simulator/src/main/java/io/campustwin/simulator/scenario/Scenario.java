package io.campustwin.simulator.scenario;

import io.campustwin.place.Name;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.smoke.Growth;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scenario as its file describes it; runs on any campus because it names roles, not ids.
 *
 * @param about what happens in it, empty if its file does not say
 * @param seed used unless the caller gives one
 * @param start local time of the campus
 * @param seconds virtual duration
 */
public record Scenario(
    String id,
    Name name,
    Optional<Name> about,
    long seed,
    LocalDateTime start,
    ZoneId zone,
    int seconds,
    List<Event> events,
    List<Rule> rules) {
  /** Epoch ms of the start. */
  public long startMillis() {
    return start.atZone(zone).toInstant().toEpochMilli();
  }

  /**
   * Something done to the campus.
   *
   * @param at seconds from the start
   * @param fault for {@link Act#FAULT}, else empty
   * @param forSeconds how long a fault lasts, 0 for the rest of the run
   * @param rampSeconds how long it grows, 0 for at once
   * @param severity of a fault, the kind's usual one if the file has none
   */
  public record Event(
      int at,
      Act act,
      Pick target,
      Growth growth,
      Optional<FaultKind> fault,
      int forSeconds,
      int rampSeconds,
      double severity) {}

  /** Closed list of acts. */
  public enum Act {
    FIRE,
    AEROSOL,
    PRESS,
    INTRUDE,
    BLOCK,
    FAULT,
    RESET;

    static Optional<Act> find(String word) {
      for (Act act : values()) {
        if (act.name().equalsIgnoreCase(word)) {
          return Optional.of(act);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Whom an event concerns.
   *
   * @param kind key of an equipment kind, {@code room} or {@code exit}
   * @param within where to look
   * @param count how many, at most
   * @param share of all that are there, if above 0; then count is not used
   * @param skip how many to pass over first
   */
  public record Pick(String kind, Within within, int count, double share, int skip) {}

  /** Where to look; the fire places belong to the largest storey's compartment with two detectors or more. */
  public enum Within {
    CAMPUS,
    FIRE_BUILDING,
    FIRE_STOREY,
    FIRE_COMPARTMENT,
    GATE,
    CORRIDOR;

    static Optional<Within> find(String word) {
      for (Within within : values()) {
        if (within.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
          return Optional.of(within);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * What makes a run pass.
   *
   * @param measure one of {@link Measures}' names
   * @param op one of {@code <= >= ==}
   * @param basis {@code standard} or {@code project}
   * @param refs indicators it stands on
   */
  public record Rule(
      String id,
      Name name,
      String measure,
      String op,
      double limit,
      String unit,
      String basis,
      List<String> refs) {
    boolean holds(double value) {
      return switch (op) {
        case "<=" -> value <= limit;
        case ">=" -> value >= limit;
        default -> value == limit;
      };
    }
  }
}
