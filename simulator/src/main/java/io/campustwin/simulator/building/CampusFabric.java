package io.campustwin.simulator.building;

import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.envelope.Construction;
import io.campustwin.simulator.envelope.GlassPane;
import io.campustwin.simulator.envelope.Layer;
import io.campustwin.simulator.envelope.Window;
import java.util.List;

/**
 * What school buildings are taken to be made of until the campus says so: U 0.6 of walls, 0.45 of roofs. Windows are of
 * two panes, the outer one the coated glass of ASHRAE 140-2020 case 660, 12 mm of air between: solar heat gain about 0.44,
 * U about 1.7, near the common low-emittance unit of GB 50176-2016 (6 + 12 air + 6).
 */
final class CampusFabric {
  private static final Layer PLASTER = new Layer("plaster", 0.015, 0.70, 1600, 1000);
  private static final Layer CONCRETE = new Layer("concrete", 0.12, 1.74, 2400, 920);
  private static final Layer HALF_SLAB = new Layer("half slab", 0.06, 1.74, 2400, 920);

  static final Construction WALL = Construction.of(
      "wall", PLASTER, foam(0.04), new Layer("brick", 0.20, 0.58, 1400, 1050), PLASTER);
  static final Construction ROOF = Construction.of("roof", PLASTER, foam(0.07), CONCRETE, PLASTER);
  static final Construction GROUND =
      Construction.of("ground", new Layer("soil", 0.5, 1.5, 1800, 1100), foam(0.03), CONCRETE);
  /** From the ceiling of the storey below to the floor above. */
  static final Construction SLAB = Construction.of("slab", PLASTER, CONCRETE, PLASTER);

  /** Of what lies over or under the thickness of a wall. */
  static final Construction HALF = Construction.of("half slab", HALF_SLAB, PLASTER);

  static final Construction INNER_WALL =
      Construction.of("inner wall", PLASTER, new Layer("block", 0.20, 0.22, 700, 1050), PLASTER);
  private static final GlassPane COATED =
      new GlassPane(0.003180, 1.0, new GlassPane.Sun(0.452, 0.359, 0.397), 0.84, 0.047);
  static final Window WINDOW =
      new Window("window", List.of(COATED, GlassPane.CLEAR), Window.Gap.air(0.012));

  private CampusFabric() {}

  /** Share of glass in a facade. */
  static double glazing(SpaceKind kind) {
    return switch (kind) {
      case CLASSROOM, LIBRARY, ART_ROOM, HALL, CANTEEN -> 0.45;
      case STORE, TOILET, MACHINE_ROOM, PLANT_ROOM -> 0.12;
      default -> 0.35;
    };
  }

  private static Layer foam(double thickness) {
    return new Layer("foam", thickness, 0.036, 30, 1400);
  }
}
