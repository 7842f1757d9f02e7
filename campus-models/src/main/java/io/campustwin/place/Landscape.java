package io.campustwin.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Something outdoors that is no space: it has no equipment and nobody is counted in it, but one sees it and walks on it.
 *
 * @param name null where it needs none
 * @param shape a polygon without holes, a line or a point in local metres, as its kind wants
 * @param width of a line, or of a tree's crown, m; 0 for areas
 * @param height of a fence or a tree, m; 0 for what lies flat
 */
public record Landscape(
    String id, Kind kind, @Nullable Name name, Geometry shape, double width, double height) {
  /** Geometry that a kind is drawn with. */
  public enum Form {
    AREA("Polygon"),
    LINE("LineString"),
    PLACE("Point");

    private final String word;

    Form(String word) {
      this.word = word;
    }

    /** The type's word in GeoJSON. */
    public String word() {
      return word;
    }
  }

  /** Closed list. */
  public enum Kind {
    ROAD(Form.LINE),
    PATH(Form.LINE),
    LAWN(Form.AREA),
    PLAZA(Form.AREA),
    WATER(Form.AREA),
    COURT(Form.AREA),
    FENCE(Form.LINE),
    TREE(Form.PLACE);

    private final Form form;

    Kind(Form form) {
      this.form = form;
    }

    public Form form() {
      return form;
    }

    /** True if one walks on it to get somewhere. */
    public boolean isWay() {
      return this == ROAD || this == PATH || this == PLAZA;
    }

    /** Such as {@code lawn}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** The ground it covers: a line with its width and square ends; a tree only where its trunk stands. */
  public Geometry ground() {
    if (kind.form() != Form.LINE) {
      return shape;
    }
    BufferParameters square = new BufferParameters(
        4,
        BufferParameters.CAP_FLAT,
        BufferParameters.JOIN_MITRE,
        BufferParameters.DEFAULT_MITRE_LIMIT);
    return BufferOp.bufferOp(shape, width / 2, square);
  }
}
