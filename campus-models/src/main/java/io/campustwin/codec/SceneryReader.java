package io.campustwin.codec;

import io.campustwin.codec.tree.Shapes;
import io.campustwin.codec.tree.Tree;
import io.campustwin.codec.tree.TreeReading;
import io.campustwin.codec.tree.YamlText;
import io.campustwin.place.Building;
import io.campustwin.place.Landscape;
import io.campustwin.place.Name;
import io.campustwin.place.Stop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Reads what is there to be looked at: features of a plan that are parts of the grounds, whose kind says which geometry
 * they have, and the stops of {@code tour.yaml}.
 */
final class SceneryReader {
  private static final List<String> KINDS =
      Arrays.stream(Landscape.Kind.values()).map(Landscape.Kind::word).toList();
  static final String TOUR = "tour.yaml";

  /** Landscape may run under a building by this much: rounding of the drawing, m². */
  private static final double TOLERANCE = 0.5;

  private final Draft draft;

  SceneryReader(Draft draft) {
    this.draft = draft;
  }

  void landscape(String id, Entry entry, Tree geometry) {
    Optional<Landscape.Kind> kind = entry.word("landscape", Landscape.Kind::find, KINDS);
    if (kind.isEmpty()) {
      return;
    }
    @Nullable Geometry shape = shape(entry, kind.get(), geometry);
    boolean line = kind.get().form() == Landscape.Form.LINE;
    double width = line ? entry.number("width", 0.05, 60) : entry.number("width", 0, 60, 0);
    double height = entry.number("height", 0, 100, 0);
    if (entry.isGood() && shape != null) {
      draft.landscape.add(new Landscape(id, kind.get(), name(entry.tree()), shape, width, height));
    }
  }

  private static @Nullable Name name(Tree properties) {
    Optional<String> zh = properties.text("zh");
    Optional<String> en = properties.text("en");
    return zh.isPresent() && en.isPresent() ? new Name(zh.get(), en.get()) : null;
  }

  private static @Nullable Geometry shape(Entry entry, Landscape.Kind kind, Tree geometry) {
    String type = geometry.text("type").orElse("");
    if (!type.equals(kind.form().word())) {
      String wanted = kind.form().word();
      entry.fault(FaultCode.BAD_VALUE, geometry.lineOf("type"), "geometry.type", type, wanted);
      return null;
    }
    Tree coordinates = geometry.find("coordinates").orElse(geometry);
    return switch (kind.form()) {
      case AREA -> area(entry, coordinates);
      case LINE -> line(entry, coordinates);
      case PLACE -> place(entry, coordinates);
    };
  }

  private static @Nullable Geometry area(Entry entry, Tree coordinates) {
    Shapes.Made made = Shapes.polygon(coordinates);
    boolean holed = made.polygon() != null && made.polygon().getNumInteriorRing() > 0;
    if (made.polygon() == null || holed) {
      String problem = holed ? "it has holes; split it" : made.problem();
      entry.fault(FaultCode.INVALID_POLYGON, coordinates.line(), problem);
    }
    return made.polygon();
  }

  private static @Nullable Geometry line(Entry entry, Tree coordinates) {
    List<Coordinate> corners = new ArrayList<>();
    for (Tree pair : coordinates.items()) {
      Coordinate corner = Shapes.coordinate(pair);
      if (corner == null) {
        entry.fault(FaultCode.BAD_NUMBER, pair.line(), "coordinates", "[…]", "[x, y]");
        return null;
      }
      corners.add(corner);
    }
    Geometry line = corners.size() < 2
        ? null
        : Shapes.FACTORY.createLineString(corners.toArray(new Coordinate[0]));
    if (line == null || line.getLength() == 0) {
      entry.fault(FaultCode.BAD_LINE, coordinates.line(), corners.size());
      return null;
    }
    return line;
  }

  private static @Nullable Geometry place(Entry entry, Tree coordinates) {
    Coordinate at = Shapes.coordinate(coordinates);
    if (at == null) {
      entry.fault(FaultCode.BAD_NUMBER, coordinates.line(), "coordinates", "[…]", "[x, y]");
      return null;
    }
    return Shapes.FACTORY.createPoint(at);
  }

  /** Notes what lies on a building, and trees that stand on a way. Once all plans are read. */
  void check() {
    STRtree ways = new STRtree();
    for (Landscape part : draft.landscape) {
      Geometry ground = part.ground();
      if (part.kind().isWay()) {
        ways.insert(ground.getEnvelopeInternal(), part);
      }
      for (Building building : draft.buildings.values()) {
        if (isOn(part, ground, building)) {
          draft.faultAt(part.id(), FaultCode.LANDSCAPE_ON_BUILDING, building.id());
        }
      }
    }
    draft.landscape.stream()
        .filter(part -> part.kind() == Landscape.Kind.TREE)
        .forEach(tree -> tree(tree, ways));
  }

  private static boolean isOn(Landscape part, Geometry ground, Building building) {
    if (!ground.getEnvelopeInternal().intersects(building.outline().getEnvelopeInternal())) {
      return false;
    }
    return part.kind() == Landscape.Kind.TREE
        ? building.outline().contains(ground)
        : OverlayNGRobust.overlay(ground, building.outline(), OverlayNG.INTERSECTION)
                .getArea()
            > TOLERANCE;
  }

  private void tree(Landscape tree, STRtree ways) {
    for (Object found : ways.query(tree.shape().getEnvelopeInternal())) {
      Landscape way = (Landscape) found;
      if (way.ground().contains(tree.shape())) {
        draft.faultAt(tree.id(), FaultCode.TREE_ON_WAY, way.id());
        return;
      }
    }
  }

  /** Reads the tour once all places are known. */
  void tour(byte[] bytes) {
    TreeReading reading = YamlText.read(bytes);
    Tree tree = reading.tree();
    if (tree == null) {
      draft.faults.add(FaultCode.BAD_YAML, TOUR, reading.line(), "", reading.problem());
      return;
    }
    String version = tree.text("version").orElse("");
    if (!version.equals(MetaReader.VERSION)) {
      int line = tree.lineOf("version");
      draft.faults.add(FaultCode.FORMAT_VERSION, TOUR, line, "", version, MetaReader.VERSION);
      return;
    }
    Map<String, Integer> lines = new HashMap<>();
    tree.find("stops").map(Tree::items).orElse(List.of()).forEach(stop -> stop(stop, lines));
  }

  private void stop(Tree tree, Map<String, Integer> lines) {
    String id = tree.text("id").orElse("");
    Entry entry = new Entry(TOUR, tree, id, draft.faults);
    entry.text("id");
    Integer taken = lines.putIfAbsent(id, tree.line());
    if (taken != null) {
      entry.fault(FaultCode.DUPLICATE_ID, tree.line(), id, TOUR + ":" + taken);
    }
    Stop stop = new Stop(
        id,
        place(entry),
        storey(entry),
        new Stop.Look(
            entry.number("bearing", 0, 360, 0),
            entry.number("pitch", -90, 90, 30),
            entry.number("distance", 0.5, 5000, 60)),
        words(entry, "name"),
        words(entry, "caption"));
    if (entry.isGood()) {
      draft.tour.add(stop);
    }
  }

  private String place(Entry entry) {
    String place = entry.text("place");
    if (!draft.spaces.containsKey(place) && !draft.buildings.containsKey(place)) {
      entry.fault(FaultCode.UNKNOWN_PLACE, entry.tree().lineOf("place"), place);
    }
    return place;
  }

  private @Nullable String storey(Entry entry) {
    String storey = entry.text("storey", "");
    if (!storey.isEmpty() && !draft.storeys.containsKey(storey)) {
      entry.fault(FaultCode.UNKNOWN_STOREY, entry.tree().lineOf("storey"), storey);
    }
    return storey.isEmpty() ? null : storey;
  }

  /** A text in both languages. */
  private Name words(Entry stop, String key) {
    Optional<Tree> words = stop.tree().find(key);
    if (words.isEmpty()) {
      stop.fault(FaultCode.MISSING_FIELD, stop.line(), key);
      return new Name("", "");
    }
    return new Entry(TOUR, words.get(), stop.text("id", ""), draft.faults).name();
  }
}
