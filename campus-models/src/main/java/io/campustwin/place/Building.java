package io.campustwin.place;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A building and its storeys from the lowest up.
 *
 * @param kind teaching, laboratory, administration, canteen, dormitory, gatehouse, ...
 * @param outline ground outline in local metres
 * @param guide what visitors are told of it
 */
public record Building(
    String id, Name name, String kind, Polygon outline, List<Storey> storeys, Guide guide) {
  /** One that tells visitors nothing. */
  public Building(String id, Name name, String kind, Polygon outline, List<Storey> storeys) {
    this(id, name, kind, outline, storeys, Guide.NONE);
  }
}
