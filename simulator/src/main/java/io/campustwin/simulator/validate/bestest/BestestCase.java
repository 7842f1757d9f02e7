package io.campustwin.simulator.validate.bestest;

import java.util.List;

/**
 * One case as the standard describes it: what differs from the light box 600.
 *
 * @param id of the standard
 * @param fabric walls, floor and roof
 * @param glass panes and where they are
 * @param shade before the windows
 * @param control of the air
 * @param nightFan extra air from 18 to 7 h
 */
record BestestCase(
    String id, Fabric fabric, Glass glass, Shade shade, Control control, boolean nightFan) {

  /** Light or heavy, ordinary or much insulated; or the heavy sun space before a light room. */
  enum Fabric {
    LIGHT,
    HEAVY,
    LIGHT_INSULATED,
    HEAVY_INSULATED,
    SUN_SPACE
  }

  /** 12 m² of window. */
  enum Glass {
    SOUTH_CLEAR,
    SOUTH_LOW_EMITTANCE,
    SOUTH_SINGLE,
    EAST_WEST_CLEAR
  }

  enum Shade {
    NONE,
    OVERHANG,
    OVERHANG_AND_FINS
  }

  /** Thermostats, °C. */
  enum Control {
    /** 20 and 27. */
    BAND,
    /** 20 by day, 10 from 23 to 7 h, in a straight line from 7 to 8 h; 27. */
    SETBACK,
    /** No heating, 27 from 7 to 18 h. */
    COOLED_BY_DAY,
    /** 20 and 20. */
    HELD,
    /** No plant. */
    FREE
  }

  /** All cases in the order of their numbers, free-floating ones last. */
  static final List<BestestCase> ALL = List.of(
      box("600", Fabric.LIGHT),
      shaded("610", Fabric.LIGHT, Glass.SOUTH_CLEAR, Shade.OVERHANG),
      shaded("620", Fabric.LIGHT, Glass.EAST_WEST_CLEAR, Shade.NONE),
      shaded("630", Fabric.LIGHT, Glass.EAST_WEST_CLEAR, Shade.OVERHANG_AND_FINS),
      controlled("640", Fabric.LIGHT, Control.SETBACK),
      fanned("650", Fabric.LIGHT, Control.COOLED_BY_DAY),
      shaded("660", Fabric.LIGHT, Glass.SOUTH_LOW_EMITTANCE, Shade.NONE),
      shaded("670", Fabric.LIGHT, Glass.SOUTH_SINGLE, Shade.NONE),
      box("680", Fabric.LIGHT_INSULATED),
      controlled("685", Fabric.LIGHT, Control.HELD),
      controlled("695", Fabric.LIGHT_INSULATED, Control.HELD),
      box("900", Fabric.HEAVY),
      shaded("910", Fabric.HEAVY, Glass.SOUTH_CLEAR, Shade.OVERHANG),
      shaded("920", Fabric.HEAVY, Glass.EAST_WEST_CLEAR, Shade.NONE),
      shaded("930", Fabric.HEAVY, Glass.EAST_WEST_CLEAR, Shade.OVERHANG_AND_FINS),
      controlled("940", Fabric.HEAVY, Control.SETBACK),
      fanned("950", Fabric.HEAVY, Control.COOLED_BY_DAY),
      box("960", Fabric.SUN_SPACE),
      box("980", Fabric.HEAVY_INSULATED),
      controlled("985", Fabric.HEAVY, Control.HELD),
      controlled("995", Fabric.HEAVY_INSULATED, Control.HELD),
      controlled("600FF", Fabric.LIGHT, Control.FREE),
      fanned("650FF", Fabric.LIGHT, Control.FREE),
      controlled("680FF", Fabric.LIGHT_INSULATED, Control.FREE),
      controlled("900FF", Fabric.HEAVY, Control.FREE),
      fanned("950FF", Fabric.HEAVY, Control.FREE),
      controlled("980FF", Fabric.HEAVY_INSULATED, Control.FREE));

  boolean isFree() {
    return control == Control.FREE;
  }

  private static BestestCase box(String id, Fabric fabric) {
    return controlled(id, fabric, Control.BAND);
  }

  private static BestestCase shaded(String id, Fabric fabric, Glass glass, Shade shade) {
    return new BestestCase(id, fabric, glass, shade, Control.BAND, false);
  }

  private static BestestCase controlled(String id, Fabric fabric, Control control) {
    return new BestestCase(id, fabric, Glass.SOUTH_CLEAR, Shade.NONE, control, false);
  }

  private static BestestCase fanned(String id, Fabric fabric, Control control) {
    return new BestestCase(id, fabric, Glass.SOUTH_CLEAR, Shade.NONE, control, true);
  }
}
