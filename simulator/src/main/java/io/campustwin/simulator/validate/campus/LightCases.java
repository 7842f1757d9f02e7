package io.campustwin.simulator.validate.campus;

import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.light.Daylight;
import io.campustwin.simulator.light.RoomLight;
import io.campustwin.simulator.light.SkyComponent;
import io.campustwin.simulator.light.SkyComponent.Opening;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** Daylight on desks and boards against closed forms, the average daylight factor and what GB 50033 asks. */
final class LightCases {
  private static final double[] UP = {0, 0, 1};

  private LightCases() {}

  /** A corner of a window 3 m wide and 2 m high, 4 m away: uniform sky in closed form. */
  static void sky(List<Finding> found) {
    double wide = 3 / 4.0;
    double tall = 2 / 4.0;
    double root = Math.sqrt(1 + tall * tall);
    double closed = (FastMath.atan(wide) - FastMath.atan(wide / root) / root) / (2 * Math.PI);
    double ours = SkyComponent.even(new Opening(0, 3, 0, 2, 4), UP);
    new Expect(found, "sky-component", "closed form of a uniform sky, Hopkinson et al. 1966")
        .within("relativeError", Math.abs(ours / closed - 1), "", 0, 1e-3);
    Expect moon = new Expect(found, "sky-component", "CIE overcast sky, Moon and Spencer 1942");
    moon.near("verticalOverHorizontal", vertical(), "", 0.396, 0.001);
  }

  /** A vertical plane under the free overcast sky, in rings of a small window each. */
  private static double vertical() {
    double sum = 0;
    double low = 0;
    for (double high = 0.05; high < 2000; high *= 1.2) {
      double wide = 0;
      for (double edge = 0.05; edge < 2000; edge *= 1.3) {
        sum += 2
            * SkyComponent.of(new Opening(wide, edge, low, high, 1), new double[] {0, 1, 0}, false);
        wide = edge;
      }
      low = high;
    }
    return sum;
  }

  /** A side-lit classroom of 9 m by 7 m by 3.2 m with 13 m² of glass. */
  static void room(List<Finding> found) {
    double inner = 2 * 63 + 32 * 3.2;
    RoomLight.Room room = new RoomLight.Room(63, inner, 13, 1);
    double average = Daylight.factor(13, inner, 90);
    Expect expect = new Expect(
        found,
        "classroom",
        "average daylight factor of BRE under a free sky; engines agree within 20 %");
    expect.within("desksOverAverage", RoomLight.desks(room) / average, "", 0.8, 1.2);
    expect.info("desks", 100 * RoomLight.desks(room), "%");
    expect.info("board", 100 * RoomLight.board(room), "%");
  }

  /** The demo school's classrooms. */
  static void school(List<Finding> found) {
    DemoWeek week = DemoWeek.run();
    List<Space> spaces = week.model.campus().spaces();
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    int rooms = 0;
    for (int s = 0; s < spaces.size(); s++) {
      if (spaces.get(s).kind() == SpaceKind.CLASSROOM) {
        double factor = 100 * week.world.daylightFactor(s);
        least = Math.min(least, factor);
        sum += factor;
        rooms++;
      }
    }
    Expect expect =
        new Expect(found, "light", "GB 50033: classrooms 3 % on average; for information");
    expect.info("leastDaylightFactor", least, "%");
    expect.info("meanDaylightFactor", sum / rooms, "%");
  }
}
