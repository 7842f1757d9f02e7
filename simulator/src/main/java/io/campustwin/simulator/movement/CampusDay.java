package io.campustwin.simulator.movement;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Campus;
import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.people.Occupancy;
import io.campustwin.simulator.people.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * Every person of a campus, all day: where the timetable wants each one to be ({@link DayPlan}), and the walk there
 * through rooms, doors, stairs, grounds and gates ({@link Walks}). Whoever is under way counts where he is: on a flight
 * of stairs where the flight begins. Nobody is lost: all who belong to the school are in a space or off the campus. Spaces
 * go by their index in the campus; the result does not depend on the length of the steps.
 */
public final class CampusDay {
  private static final long MINUTE = 60_000;
  private final Ground ground;
  private final Roll roll;
  private final DayPlan plan;
  private final Gates gates;
  private final Walks walks;
  private final Occupancy calendar;
  private final ZoneId zone;
  private final Timetable timetable;
  private final String[] buildings;
  private long minute;
  private int part = -1;
  private long clock;

  /**
   * What the persons of a campus are told to do.
   *
   * @param calendar says which part of the school day it is
   */
  public record Rule(Occupancy calendar, Timetable timetable, ZoneId zone, long seed) {}

  /**
   * @param gateSpaces space of each gate device
   * @param now epoch ms; people are where they want to be
   */
  public CampusDay(Campus campus, Floorplan floors, Rule rule, int[] gateSpaces, long now) {
    ground = new Ground(campus, floors);
    roll = new Roll(ground);
    calendar = rule.calendar();
    timetable = rule.timetable();
    zone = rule.zone();
    plan = new DayPlan(ground, roll, timetable, rule.seed());
    gates = new Gates(Arrays.stream(gateSpaces).map(ground::place).toArray(), ground.size);
    buildings = campus.buildings().stream().map(each -> each.id()).toArray(String[]::new);
    walks = new Walks(ground, gates, roll.persons.size(), buildings.length);
    ZonedDateTime start = Instant.ofEpochMilli(now).atZone(zone);
    // a day before, so that those who came yesterday are there
    minute = start.toLocalDate().minusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    step(now);
    walks.settle(false);
  }

  /** Lets time pass up to {@code now}. */
  public void step(long now) {
    while (minute <= now) {
      walks.until(minute);
      turn(minute);
      minute += MINUTE;
    }
    walks.until(now + 1);
    clock = now;
  }

  /** A new part of the day begins, or none. */
  private void turn(long at) {
    Timetable.Part now = calendar.partAt(at);
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
    int clockMinute = local.getHour() * 60 + local.getMinute();
    int key = now.ordinal() * 64 + timetable.lessonAt(clockMinute) + 1;
    if (key != part) {
      part = key;
      long midnight = at - clockMinute * MINUTE;
      int weekday = local.getDayOfWeek().getValue();
      plan.plan(
          new DayPlan.Hour(now, local.toLocalDate().toEpochDay(), weekday, clockMinute, midnight),
          (person, when, place) -> walks.want(person, Math.max(at, when), place));
    }
  }

  /** Persons in each space, those under way among them. */
  public void count(int[] counts) {
    Arrays.fill(counts, 0);
    for (int p = 0; p < ground.size; p++) {
      if (ground.spaceOf[p] >= 0) {
        counts[ground.spaceOf[p]] += walks.inside(p);
      }
    }
  }

  /** All who belong to the school, with visitors. */
  public int persons() {
    return roll.persons.size();
  }

  /** Persons off the campus. */
  public int away() {
    int sum = 0;
    for (int a = 0; a < persons(); a++) {
      sum += walks.placeOf(a) == Ground.AWAY ? 1 : 0;
    }
    return sum;
  }

  /** Visitors on the campus who came by the gate that a space is. */
  public int visitors(int gateSpace) {
    int sum = 0;
    for (int a = roll.firstVisitor; a < persons(); a++) {
      boolean here = ground.gates.length == 0
          || ground.gates[a % ground.gates.length] == ground.place(gateSpace);
      sum += here && walks.placeOf(a) != Ground.AWAY ? 1 : 0;
    }
    return sum;
  }

  /** Doors of the floor plan that a passage is, or all of a space if there is no such passage. */
  public int[] doors(String passage, int space) {
    int door = ground.plan.door(passage);
    int place = ground.place(space);
    if (door >= 0) {
      return new int[] {door};
    }
    return ground.isIndoor(place)
        ? Arrays.stream(ground.plan.ways(place)).map(way -> way / 2).toArray()
        : new int[0];
  }

  /** When somebody last went through a door, epoch ms; 0 if nobody did. */
  public long passed(int door) {
    return walks.passed(door);
  }

  /** A gate device lets people through, or not. */
  public void gate(int device, boolean works) {
    gates.use(device, works);
  }

  /** Persons who went through a gate device. */
  public long passes(int device) {
    return gates.passes(device);
  }

  /** A gate lane has counted so many passes before this day's walks began. */
  public void countFrom(int device, long passed) {
    gates.countFrom(device, passed);
  }

  /** A building evacuates: its people are no longer here, and nobody enters. */
  public void hold(String building) {
    int b = List.of(buildings).indexOf(building);
    if (b >= 0) {
      walks.hold(b);
    }
  }

  /** The all-clear: those who evacuated go back to what they were doing. */
  public void release() {
    walks.release(clock);
  }

  public void save(ByteWriter out) {
    out.whole(minute).whole(part).whole(clock);
    gates.save(out);
    walks.save(out);
  }

  /** Takes on the people of another one of the same campus and rule. */
  public void load(ByteReader in) {
    minute = in.whole();
    part = (int) in.whole();
    clock = in.whole();
    gates.load(in);
    walks.load(in);
  }
}
