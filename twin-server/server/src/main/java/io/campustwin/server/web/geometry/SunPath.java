package io.campustwin.server.web.geometry;

import io.campustwin.place.Campus;
import io.campustwin.place.crs.LocalFrame;
import io.campustwin.place.crs.LocalXY;
import io.campustwin.place.crs.LonLat;
import io.campustwin.simulator.weather.Sun;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The sun's way over a campus on a day of its own clocks. The document holds no coordinates of the earth, though a place
 * can be told from any such path to some 50 km, as from a photograph of a shadow.
 */
final class SunPath {
  private static final int STEP_MINUTES = 15;
  private static final int DAY_MINUTES = 24 * 60;

  private final LonLat place;
  private final ZoneId zone;

  private SunPath(LonLat place, ZoneId zone) {
    this.place = place;
    this.zone = zone;
  }

  static SunPath over(Campus campus) {
    LonLat place = LocalFrame.of(campus.frame()).toLonLat(new LocalXY(0, 0));
    return new SunPath(place, campus.scenery().timeZone());
  }

  ZoneId zone() {
    return zone;
  }

  /** Rows of minute of the day, azimuth and elevation in degrees to a tenth. */
  JsonObject on(LocalDate date) {
    JsonArray path = new JsonArray();
    for (int minute = 0; minute < DAY_MINUTES; minute += STEP_MINUTES) {
      long moment =
          date.atTime(minute / 60, minute % 60).atZone(zone).toInstant().toEpochMilli();
      Sun sun = Sun.at(moment, place.lat(), place.lon());
      path.add(new JsonArray()
          .add(minute)
          .add(tenths(Math.toDegrees(sun.azimuth())))
          .add(tenths(Math.toDegrees(sun.elevation()))));
    }
    return new JsonObject()
        .put("date", date.toString())
        .put("zone", zone.getId())
        .put("path", path);
  }

  private static Number tenths(double degrees) {
    return PlaceViews.number(Math.round(degrees * 10) / 10.0);
  }
}
