package io.campustwin.place;

import java.util.List;

/**
 * The places of a campus.
 *
 * @param simulated true if the campus is declared a simulated one
 * @param stages school stages taught: primary, junior, senior
 * @param frame where the local metres lie on the earth
 * @param scenery landscape, tour and time zone
 */
public record Campus(
    String id,
    Name name,
    boolean simulated,
    List<String> stages,
    Frame frame,
    List<Building> buildings,
    List<Space> spaces,
    List<Passage> passages,
    List<Zone> zones,
    Scenery scenery) {
  /** One of bare ground. */
  public Campus(
      String id,
      Name name,
      boolean simulated,
      List<String> stages,
      Frame frame,
      List<Building> buildings,
      List<Space> spaces,
      List<Passage> passages,
      List<Zone> zones) {
    this(id, name, simulated, stages, frame, buildings, spaces, passages, zones, Scenery.NONE);
  }

  /**
   * Local frame: x east, y north, in metres from an origin given in a projected reference system.
   *
   * @param wkt the projected reference system (WKT 1), such as a CGCS2000 3-degree zone
   * @param originEasting m in that system
   * @param originNorthing m in that system
   */
  public record Frame(String wkt, double originEasting, double originNorthing) {}
}
