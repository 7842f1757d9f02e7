package io.campustwin.simulator.building;

import io.campustwin.simulator.envelope.HeatPlan.Facade;
import io.campustwin.simulator.window.Blocks;
import io.campustwin.simulator.window.Skyline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;

/**
 * Facades shared by whole degrees of azimuth and metres of height, and shades by squares of {@value #SQUARE} m of plan
 * besides: a neighbour is farther off than that, so windows side by side lose the same sky. Shade 0 is the open sky.
 */
final class FacadeIndex {
  private static final double SQUARE = 12;
  final List<Facade> facades = new ArrayList<>();
  final List<Skyline> skylines = new ArrayList<>(List.of(Skyline.OPEN));
  private final Blocks blocks;
  private final Map<Facade, Integer> known = new LinkedHashMap<>();
  private final Map<List<Long>, Integer> shades = new LinkedHashMap<>();

  FacadeIndex(Blocks blocks) {
    this.blocks = blocks;
  }

  /** A flat roof so high above the ground. */
  int roof(double height) {
    return facade(new Facade(0, 0, Math.max(1, Math.round(height))));
  }

  /** A wall; the height is that of its middle above the campus datum. */
  int wall(RoomEdge edge, double height) {
    long degrees = Math.floorMod(Math.round(FastMath.toDegrees(edge.azimuth())), 360L);
    double azimuth = FastMath.toRadians((double) degrees);
    double whole = Math.max(1, Math.round(height));
    int shade = shade(edge, degrees, whole);
    return facade(new Facade(azimuth, Math.PI / 2, whole, shade));
  }

  private int shade(RoomEdge edge, long degrees, double height) {
    double x = edge.middle().x;
    double y = edge.middle().y;
    List<Long> key = List.of(
        degrees, (long) height, (long) Math.floor(x / SQUARE), (long) Math.floor(y / SQUARE));
    return shades.computeIfAbsent(key, unseen -> {
      Skyline made =
          Skyline.before(new Skyline.Stretch(x, y, height, edge.length(), edge.azimuth()), blocks);
      if (made.sky() >= 1) {
        return 0;
      }
      skylines.add(made);
      return skylines.size() - 1;
    });
  }

  private int facade(Facade facade) {
    return known.computeIfAbsent(facade, made -> {
      facades.add(made);
      return facades.size() - 1;
    });
  }
}
