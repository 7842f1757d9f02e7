package io.campustwin.simulator.validate.ahead;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.place.Space;
import io.campustwin.simulator.world.World;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Root of the mean square of what a world is off another, over rooms with a sensor of temperature or air and moments. */
final class Distance {
  private final boolean[] measured;
  private final boolean[] indoor;
  private final double[] sums = new double[Figure.values().length];
  private final long[] looks = new long[Figure.values().length];

  /** Closed list; the last two over all indoor spaces. */
  enum Figure {
    AIR("K"),
    CARBON("ppm"),
    PEOPLE("persons"),
    MASS("K"),
    AIR_ALL("K"),
    MASS_ALL("K");

    final String unit;

    Figure(String unit) {
      this.unit = unit;
    }
  }

  Distance(CampusModel model) {
    Set<String> seen = model.equipment().stream()
        .filter(piece -> piece.kind().equals("air-sensor"))
        .map(Equipment::space)
        .collect(Collectors.toSet());
    List<Space> spaces = model.campus().spaces();
    measured = new boolean[spaces.size()];
    indoor = new boolean[spaces.size()];
    for (int s = 0; s < measured.length; s++) {
      indoor[s] = spaces.get(s).building() != null;
      measured[s] = indoor[s] && seen.contains(spaces.get(s).id());
    }
  }

  /** Takes the present difference of air and people. */
  void look(World truth, World other) {
    for (int s = 0; s < measured.length; s++) {
      World.SpaceState here = truth.space(s);
      World.SpaceState there = other.space(s);
      double air = here.temperature() - there.temperature();
      add(Figure.AIR, measured[s], air);
      add(Figure.AIR_ALL, indoor[s], air);
      add(Figure.CARBON, measured[s], here.co2() - there.co2());
      add(Figure.PEOPLE, measured[s], here.people() - there.people());
    }
  }

  /** Takes the present difference of walls and furniture. */
  void weigh(World truth, World other) {
    for (int s = 0; s < measured.length; s++) {
      double apart = truth.mass(s) - other.mass(s);
      add(Figure.MASS, measured[s] && !Double.isNaN(apart), apart);
      add(Figure.MASS_ALL, indoor[s] && !Double.isNaN(apart), apart);
    }
  }

  private void add(Figure figure, boolean counts, double apart) {
    if (counts) {
      sums[figure.ordinal()] += apart * apart;
      looks[figure.ordinal()]++;
    }
  }

  double of(Figure figure) {
    return Math.sqrt(sums[figure.ordinal()] / looks[figure.ordinal()]);
  }
}
