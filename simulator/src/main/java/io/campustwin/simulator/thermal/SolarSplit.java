package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Optics;
import io.campustwin.simulator.envelope.Surface;
import java.util.List;

/**
 * Where sunlight ends that came in through the windows: it meets the floors first, what they reflect meets the other
 * surfaces by area, and what is reflected again is spread over all. Part of it leaves through the glass.
 */
final class SolarSplit {
  /** Share of the light absorbed, per m², at the inner face of each surface. */
  final double[] inner;
  /** The same at the outer face of panes. */
  final double[] outer;

  private final List<Surface> surfaces;
  private final List<Optics.Split> taken;

  /** @param taken what each surface does with light of the room */
  SolarSplit(List<Surface> surfaces, List<Optics.Split> taken) {
    this.surfaces = surfaces;
    this.taken = taken;
    inner = new double[surfaces.size()];
    outer = new double[surfaces.size()];
    long count = surfaces.stream().filter(SolarSplit::isFloor).count();
    boolean floors = count > 0 && count < surfaces.size();
    double first = shine(1, floors ? Where.FLOORS : Where.ALL);
    double second = shine(first, floors ? Where.OTHERS : Where.ALL);
    double kept = shine(0, Where.ALL);
    shine(second / (1 - kept), Where.ALL);
  }

  private enum Where {
    FLOORS,
    OTHERS,
    ALL;

    boolean has(Surface surface) {
      return this == ALL || isFloor(surface) == (this == FLOORS);
    }
  }

  private static boolean isFloor(Surface surface) {
    return surface.pose() == Surface.Pose.FLOOR;
  }

  /** Spreads light; gives how much is reflected, or for no light the share that would be. */
  private double shine(double light, Where where) {
    double area = 0;
    for (Surface surface : surfaces) {
      area += where.has(surface) ? surface.area() : 0;
    }
    double reflected = 0;
    for (int i = 0; i < surfaces.size(); i++) {
      Surface surface = surfaces.get(i);
      if (where.has(surface)) {
        Optics.Split split = taken.get(i);
        inner[i] += light / area * split.inner();
        outer[i] += light / area * split.outer();
        double back = 1 - split.through() - split.inner() - split.outer();
        reflected += (light == 0 ? 1 : light) * surface.area() / area * back;
      }
    }
    return reflected;
  }
}
