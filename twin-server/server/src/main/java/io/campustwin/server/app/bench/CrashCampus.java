package io.campustwin.server.app.bench;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.place.Campus;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A campus of nothing but {@value #POINTS} dimmers, made in code: reading a real one would be most of a restart. */
final class CrashCampus {
  static final int POINTS = 64;
  static final double MOST = 100;

  private static final long PERIOD_MILLIS = 10_000;
  private static final long SETTLING_MILLIS = 3_000;
  private static final Name NAME = new Name("调光", "dimmer");

  private CrashCampus() {}

  static CampusModel model() {
    Campus nowhere = new Campus(
        "crash",
        NAME,
        true,
        List.of("primary"),
        new Campus.Frame("", 0, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of());
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(point(i));
    }
    return new CampusModel(nowhere, Map.of(), List.of(), points, List.of(), Map.of());
  }

  private static Point point(int number) {
    String device = "D" + number;
    PointId id = PointId.of(device + ".level");
    FieldAddress address = new FieldAddress(AdapterKind.MQTT, device, id.text(), "1");
    return new Point(id, NAME, template(), device, "dimmer", "nowhere", "lighting", address);
  }

  private static PointTemplate template() {
    return new PointTemplate(
        "level",
        NAME,
        ValueType.NUMBER,
        List.of(),
        "%",
        0,
        MOST,
        true,
        PERIOD_MILLIS,
        0.5,
        SETTLING_MILLIS,
        null,
        null,
        false);
  }
}
