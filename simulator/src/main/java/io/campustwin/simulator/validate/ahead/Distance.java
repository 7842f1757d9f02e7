package io.campustwin.simulator.validate.ahead;

import io.campustwin.place.Space;
import io.campustwin.simulator.world.World;
import java.util.List;

/** Root of the mean square of what a world is off another, over indoor spaces and moments. */
final class Distance {
  private final List<Space> spaces;
  private double air;
  private double carbon;
  private double people;
  private double masses;
  private long looks;
  private long weighed;

  Distance(List<Space> spaces) {
    this.spaces = spaces;
  }

  /** Takes the present difference of air and people. */
  void look(World truth, World other) {
    for (int s = 0; s < spaces.size(); s++) {
      if (spaces.get(s).building() != null) {
        World.SpaceState here = truth.space(s);
        World.SpaceState there = other.space(s);
        air += square(here.temperature() - there.temperature());
        carbon += square(here.co2() - there.co2());
        people += square(here.people() - there.people());
        looks++;
      }
    }
  }

  /** Takes the present difference of walls and furniture. */
  void weigh(World truth, World other) {
    for (int s = 0; s < spaces.size(); s++) {
      double apart = truth.mass(s) - other.mass(s);
      if (spaces.get(s).building() != null && !Double.isNaN(apart)) {
        masses += square(apart);
        weighed++;
      }
    }
  }

  private static double square(double x) {
    return x * x;
  }

  /** K. */
  double air() {
    return Math.sqrt(air / looks);
  }

  /** ppm. */
  double carbon() {
    return Math.sqrt(carbon / looks);
  }

  /** Persons a space. */
  double people() {
    return Math.sqrt(people / looks);
  }

  /** K. */
  double masses() {
    return Math.sqrt(masses / weighed);
  }
}
