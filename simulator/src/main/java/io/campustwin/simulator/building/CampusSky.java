package io.campustwin.simulator.building;

import io.campustwin.simulator.envelope.HeatPlan.Facade;
import io.campustwin.simulator.thermal.Outdoors;
import io.campustwin.simulator.weather.Irradiance;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.Weather;
import io.campustwin.simulator.window.Skyline;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the weather of a moment onto the facades of a campus: the light of the sky once for each orientation, then what
 * neighbours hide of it for each facade.
 */
public final class CampusSky {
  private static final double ALBEDO = 0.2;
  private final List<Plane> planes = new ArrayList<>();
  private final int[] plane;
  private final Skyline[] before;

  public CampusSky(CampusShell shell) {
    List<Facade> facades = shell.plan().facades();
    plane = new int[facades.size()];
    before = new Skyline[facades.size()];
    for (int f = 0; f < plane.length; f++) {
      Plane own = new Plane(facades.get(f).tilt(), facades.get(f).azimuth());
      plane[f] = planes.indexOf(own);
      if (plane[f] < 0) {
        plane[f] = planes.size();
        planes.add(own);
      }
      before[f] = shell.skyline(facades.get(f).shade());
    }
  }

  /**
   * Fills and prepares the outdoors of a step.
   *
   * @param windFrom direction the wind comes from, rad clockwise from north
   */
  public void fill(Weather.Conditions now, Sky dome, double windFrom, Outdoors outdoors) {
    Irradiance[] on = new Irradiance[planes.size()];
    for (int p = 0; p < on.length; p++) {
      on[p] = dome.on(planes.get(p), ALBEDO);
    }
    for (int f = 0; f < plane.length; f++) {
      Irradiance light = on[plane[f]];
      boolean open = before[f] == Skyline.OPEN;
      double lit = open || light.cosine() <= 0 ? 1 : before[f].sunlit(dome.sun());
      double direct = light.cosine() > 0 ? light.direct() * lit : 0;
      double even = light.diffuse() * before[f].sky() + light.ground();
      outdoors.sun(f, light.cosine(), direct, even);
    }
    outdoors.air(now.temperature(), now.skyTemperature());
    outdoors.wind(now.wind(), windFrom);
    outdoors.prepare();
  }
}
