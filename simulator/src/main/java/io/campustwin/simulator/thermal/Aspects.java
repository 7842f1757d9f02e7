package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.HeatPlan.Facade;
import io.campustwin.simulator.envelope.Optics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;

/**
 * What facades have in common, found once for a plan: {@code plane} are those that face alike, {@code aspect} those that
 * stand equally high besides, {@code pass} one kind of window in one plane. Angles and wind are worked out once for each.
 */
final class Aspects {
  private static final double OPEN_LAND = 0.14;
  private static final double STATION = 10;

  final int[] plane;
  final int[] aspect;
  final int[] apertureFacade;
  final int[] aperturePass;
  final List<Pass> passes = new ArrayList<>();
  /** View of the sky's dome by plane, the part near the horizon left out. */
  final double[] dome;

  final double[] azimuth;
  final boolean[] flat;
  /** Wind over that of the station by aspect. */
  final double[] speed;

  final int[] aspectPlane;

  /** A kind of window under one angle. */
  record Pass(int plane, Optics optics) {}

  private record Plane(double azimuth, double tilt) {}

  Aspects(List<Facade> facades, List<Outdoors.Aperture> apertures) {
    plane = index(facades.stream().map(f -> new Plane(f.azimuth(), f.tilt())).toList());
    aspect = index(
        facades.stream().map(f -> new Facade(f.azimuth(), f.tilt(), f.height())).toList());
    dome = new double[count(plane)];
    azimuth = new double[dome.length];
    flat = new boolean[dome.length];
    speed = new double[count(aspect)];
    aspectPlane = new int[speed.length];
    for (int f = 0; f < plane.length; f++) {
      place(f, facades.get(f));
    }
    apertureFacade = apertures.stream().mapToInt(Outdoors.Aperture::facade).toArray();
    List<Pass> all = apertures.stream()
        .map(aperture -> new Pass(plane[aperture.facade()], aperture.optics()))
        .toList();
    aperturePass = index(all);
    all.stream().distinct().forEach(passes::add);
  }

  private void place(int f, Facade facade) {
    double view = facade.skyView();
    int p = plane[f];
    dome[p] = view * Math.sqrt(view);
    azimuth[p] = facade.azimuth();
    flat[p] = facade.tilt() < 0.1;
    speed[aspect[f]] = FastMath.pow(facade.height() / STATION, OPEN_LAND);
    aspectPlane[aspect[f]] = p;
  }

  /** Number of each among the different ones, in the order in which they first appear. */
  private static <T> int[] index(List<T> all) {
    Map<T, Integer> known = new LinkedHashMap<>();
    int[] found = new int[all.size()];
    for (int i = 0; i < found.length; i++) {
      int next = known.size();
      found[i] = known.computeIfAbsent(all.get(i), unseen -> next);
    }
    return found;
  }

  private static int count(int[] index) {
    return Arrays.stream(index).max().orElse(-1) + 1;
  }
}
