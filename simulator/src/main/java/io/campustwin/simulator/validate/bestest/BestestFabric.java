package io.campustwin.simulator.validate.bestest;

import io.campustwin.simulator.envelope.Construction;
import io.campustwin.simulator.envelope.GlassPane;
import io.campustwin.simulator.envelope.Layer;
import io.campustwin.simulator.envelope.Window;
import io.campustwin.simulator.validate.bestest.BestestCase.Fabric;
import io.campustwin.simulator.validate.bestest.BestestCase.Glass;
import java.util.List;

/** Walls and windows as the standard's tables give them (m, W/mK, kg/m³, J/kgK; from outside to inside). */
final class BestestFabric {
  private static final Layer SIDING = new Layer("siding", 0.009, 0.140, 530, 900);
  private static final Layer BOARD = new Layer("plasterboard", 0.012, 0.160, 950, 840);
  private static final Layer BLOCK = new Layer("block", 0.100, 0.510, 1400, 1000);

  static final Construction LIGHT_WALL = Construction.of("light-wall", SIDING, fibre(0.066), BOARD);
  static final Construction LIGHT_FLOOR = Construction.of(
      "light-floor", insulation(1.003), new Layer("timber", 0.025, 0.140, 650, 1200));
  static final Construction HEAVY_WALL = Construction.of("heavy-wall", SIDING, foam(0.0615), BLOCK);
  static final Construction HEAVY_FLOOR = Construction.of(
      "heavy-floor", insulation(1.007), new Layer("slab", 0.080, 1.130, 1400, 1000));
  static final Construction ROOF = roof("roof", 0.1118);
  static final Construction COMMON_WALL =
      Construction.of("common-wall", new Layer("block", 0.20, 0.510, 1400, 1000));

  private BestestFabric() {}

  static Construction wall(Fabric fabric) {
    return switch (fabric) {
      case LIGHT -> LIGHT_WALL;
      case LIGHT_INSULATED -> Construction.of("light-wall-680", SIDING, foam(0.250), BOARD);
      case HEAVY, SUN_SPACE -> HEAVY_WALL;
      case HEAVY_INSULATED -> Construction.of("heavy-wall-980", SIDING, foam(0.2452), BLOCK);
    };
  }

  static Construction floor(Fabric fabric) {
    return isLight(fabric) ? LIGHT_FLOOR : HEAVY_FLOOR;
  }

  static Construction roof(Fabric fabric) {
    boolean insulated = fabric == Fabric.LIGHT_INSULATED || fabric == Fabric.HEAVY_INSULATED;
    return insulated ? roof("roof-680", 0.400) : ROOF;
  }

  static Window window(Glass glass) {
    GlassPane clear = GlassPane.CLEAR;
    GlassPane coated =
        new GlassPane(0.00318, 1.0, new GlassPane.Sun(0.452, 0.359, 0.397), 0.84, 0.047);
    return switch (glass) {
      case SOUTH_CLEAR, EAST_WEST_CLEAR ->
        new Window("clear-double", List.of(clear, clear), Window.Gap.air(0.012));
      case SOUTH_LOW_EMITTANCE ->
        new Window("low-emittance", List.of(coated, clear), Window.Gap.argon(0.012));
      case SOUTH_SINGLE -> new Window("clear-single", List.of(clear), Window.Gap.air(0.012));
    };
  }

  private static boolean isLight(Fabric fabric) {
    return fabric == Fabric.LIGHT || fabric == Fabric.LIGHT_INSULATED;
  }

  private static Construction roof(String id, double thickness) {
    Layer deck = new Layer("deck", 0.019, 0.140, 530, 900);
    return Construction.of(
        id, deck, fibre(thickness), new Layer("plasterboard", 0.010, 0.160, 950, 840));
  }

  private static Layer fibre(double thickness) {
    return new Layer("fibreglass", thickness, 0.040, 12, 840);
  }

  private static Layer foam(double thickness) {
    return new Layer("foam", thickness, 0.040, 10, 1400);
  }

  private static Layer insulation(double thickness) {
    return new Layer("insulation", thickness, 0.040, 0, 0);
  }
}
