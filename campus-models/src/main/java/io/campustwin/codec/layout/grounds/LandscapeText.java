package io.campustwin.codec.layout.grounds;

import io.campustwin.place.Landscape;
import io.campustwin.place.Name;
import java.math.BigDecimal;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Writes parts of the grounds as features of a plan, one a line. */
public final class LandscapeText {
  private LandscapeText() {}

  /** One GeoJSON feature without a line end. */
  public static String feature(Landscape part) {
    StringJoiner properties = new StringJoiner(",", "{", "}");
    properties.add("\"landscape\":\"" + part.kind().word() + "\"");
    Name name = part.name();
    if (name != null) {
      properties.add("\"zh\":\"" + name.zh() + "\",\"en\":\"" + name.en() + "\"");
    }
    if (part.width() > 0) {
      properties.add("\"width\":" + number(part.width()));
    }
    if (part.height() > 0) {
      properties.add("\"height\":" + number(part.height()));
    }
    return "{\"type\":\"Feature\",\"id\":\"" + part.id() + "\",\"geometry\":{\"type\":\""
        + part.kind().form().word() + "\",\"coordinates\":" + coordinates(part)
        + "},\"properties\":" + properties + "}";
  }

  private static String coordinates(Landscape part) {
    return switch (part.kind().form()) {
      case AREA -> "[" + list(((Polygon) part.shape()).getExteriorRing().getCoordinates()) + "]";
      case LINE -> list(part.shape().getCoordinates());
      case PLACE -> pair(part.shape().getCoordinate());
    };
  }

  private static String list(Coordinate[] corners) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    for (Coordinate corner : corners) {
      list.add(pair(corner));
    }
    return list.toString();
  }

  private static String pair(@Nullable Coordinate at) {
    return at == null ? "[]" : "[" + number(at.x) + "," + number(at.y) + "]";
  }

  private static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(Sketch.exact(value));
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
