package io.campustwin.simulator.evacuation;

import io.campustwin.simulator.weather.Chance;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * Seeded persons: where they stand and how they walk. Places are those of a lattice as wide as the number asks for,
 * shaken by up to half its pitch where bodies leave room for it. Every draw depends on the seed and the person's number only.
 */
public final class Population {
  private static final double TIGHTEST = 0.37;
  private final Floorplan plan;
  private final long seed;
  private int drawn;

  public Population(Floorplan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
  }

  /** Persons of one gait, spread over a room. */
  public List<Person> spread(int room, int count, Gait gait) {
    return spread(room, plan.rooms.get(room).shape(), count, gait);
  }

  /** Persons of one gait, spread over part of a room. */
  public List<Person> spread(int room, Polygon part, int count, Gait gait) {
    List<Person> persons = new ArrayList<>();
    for (Coordinate at : places(room, part, count)) {
      persons.add(Person.at(room, at.x, at.y, gait));
      drawn++;
    }
    return persons;
  }

  private List<Coordinate> places(int room, Polygon part, int count) {
    Polygon inner = (Polygon) largest(part.buffer(-0.2, 2));
    for (double pitch = Math.sqrt(inner.getArea() / Math.max(1, count)) * 1.2;
        pitch > TIGHTEST;
        pitch *= 0.98) {
      List<Coordinate> places = lattice(inner, pitch);
      if (places.size() >= count) {
        return thin(places, count);
      }
    }
    throw new BadPlan(BadPlan.Code.NO_ROOM_LEFT, plan.rooms.get(room).id(), String.valueOf(count));
  }

  private static org.locationtech.jts.geom.Geometry largest(
      org.locationtech.jts.geom.Geometry shape) {
    org.locationtech.jts.geom.Geometry best = shape.getGeometryN(0);
    for (int k = 1; k < shape.getNumGeometries(); k++) {
      best = shape.getGeometryN(k).getArea() > best.getArea() ? shape.getGeometryN(k) : best;
    }
    return best;
  }

  private List<Coordinate> lattice(Polygon inner, double pitch) {
    Envelope box = inner.getEnvelopeInternal();
    List<Coordinate> places = new ArrayList<>();
    int columns = Math.max(1, (int) Math.floor(box.getWidth() / pitch));
    int rows = Math.max(1, (int) Math.floor(box.getHeight() / pitch));
    double shake = Math.max(0, Math.min(0.5 * pitch, 0.5 * (pitch - TIGHTEST)));
    for (int k = 0; k < columns * rows; k++) {
      double jx = shake * (2 * Chance.at(seed, 1, drawn + k) - 1);
      double jy = shake * (2 * Chance.at(seed, 2, drawn + k) - 1);
      double x = box.getMinX() + (k % columns + 0.5) * box.getWidth() / columns + jx;
      double y = box.getMinY() + (k / columns + 0.5) * box.getHeight() / rows + jy;
      Coordinate at = new Coordinate(x, y);
      if (inner.covers(inner.getFactory().createPoint(at))) {
        places.add(at);
      }
    }
    return places;
  }

  private static List<Coordinate> thin(List<Coordinate> places, int count) {
    List<Coordinate> kept = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      kept.add(places.get((int) ((long) i * places.size() / count)));
    }
    return kept;
  }

  /**
   * The same persons with ages and speeds drawn: half men, age normal and cut, speed by age and sex with scatter
   * (RiMEA 4.1.1: age 50, deviation 20, 10 to 85 years).
   */
  public List<Person> aged(List<Person> persons, double age, double deviation) {
    List<Person> drawn = new ArrayList<>();
    for (int i = 0; i < persons.size(); i++) {
      double years = cut(age + deviation * normal(3, i), 10, 85);
      double sex = Chance.at(seed, 5, i) < 0.5 ? Gait.MEN : 1;
      double scatter = cut(1 + Gait.SCATTER * normal(6, i), 0.5, 1.5);
      drawn.add(persons.get(i).walking(Gait.ofAge(years).times(sex * scatter)));
    }
    return drawn;
  }

  /** A standard normal number (Box and Muller 1958). */
  public double normal(int channel, int person) {
    double u = 1 - Chance.at(seed, channel, person);
    double v = Chance.at(seed, channel + 100, person);
    return Math.sqrt(-2 * FastMath.log(u)) * FastMath.cos(2 * Math.PI * v);
  }

  private static double cut(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
