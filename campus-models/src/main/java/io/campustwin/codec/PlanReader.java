package io.campustwin.codec;

import io.campustwin.codec.tree.JsonText;
import io.campustwin.codec.tree.Shapes;
import io.campustwin.codec.tree.Tree;
import io.campustwin.codec.tree.TreeReading;
import io.campustwin.place.Name;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.place.Storey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads plans: GeoJSON feature collections in local metres with one feature a line. A polygon with {@code kind} is a
 * space, a point with {@code passage} is a door, opening, stair or gate, anything with {@code landscape} is a part of the
 * grounds.
 */
final class PlanReader {
  private static final List<String> SPACE_KINDS =
      Arrays.stream(SpaceKind.values()).map(SpaceKind::word).toList();
  private static final List<String> PASSAGE_KINDS = Arrays.stream(Passage.Kind.values())
      .map(kind -> kind.name().toLowerCase(Locale.ROOT))
      .toList();
  private final Draft draft;
  private final String file;

  PlanReader(Draft draft, String file) {
    this.draft = draft;
    this.file = file;
  }

  void read(byte[] bytes) {
    TreeReading reading = JsonText.read(bytes);
    Tree tree = reading.tree();
    if (tree == null) {
      draft.faults.add(FaultCode.BAD_JSON, file, reading.line(), "", reading.problem());
      return;
    }
    Optional<Tree> features = tree.find("features");
    if (features.isEmpty()) {
      draft.faults.add(FaultCode.MISSING_FIELD, file, tree.line(), "", "features");
      return;
    }
    features.get().items().forEach(this::feature);
  }

  private void feature(Tree tree) {
    String id = tree.text("id").orElse("");
    Entry feature = new Entry(file, tree, id, draft.faults);
    Optional<Tree> properties = tree.find("properties");
    Optional<Tree> coordinates = tree.find("geometry").flatMap(g -> g.find("coordinates"));
    boolean named = !feature.text("id").isEmpty() && draft.declare(id, file, tree.line());
    if (properties.isEmpty() || coordinates.isEmpty()) {
      feature.fault(
          FaultCode.MISSING_FIELD, tree.line(), properties.isEmpty() ? "properties" : "geometry");
      return;
    }
    Entry entry = new Entry(file, properties.get(), id, draft.faults);
    if (!named) {
      return;
    }
    if (properties.get().find("passage").isPresent()) {
      passage(id, entry, coordinates.get());
    } else if (properties.get().find("landscape").isPresent()) {
      new SceneryReader(draft).landscape(id, entry, tree.find("geometry").orElse(tree));
    } else {
      space(id, entry, coordinates.get());
    }
  }

  private void space(String id, Entry entry, Tree coordinates) {
    Optional<SpaceKind> kind = entry.word("kind", SpaceKind::find, SPACE_KINDS);
    Name name = entry.name();
    @Nullable Storey storey = storey(entry);
    Shapes.Made made = Shapes.polygon(coordinates);
    if (made.polygon() == null) {
      entry.fault(FaultCode.INVALID_POLYGON, coordinates.line(), made.problem());
    }
    double height = entry.number("height", storey == null ? 0 : 1, 200, 3);
    int capacity = (int) entry.number("capacity", 0, 100_000, 0);
    boolean isPublic = entry.bool("public", false);
    if (kind.isPresent() && made.polygon() != null) {
      draft.spaces.put(
          id,
          new Space(
              id,
              name,
              kind.get(),
              storey == null ? null : storey.building(),
              storey == null ? null : storey.id(),
              made.polygon(),
              height,
              capacity,
              isPublic));
    }
  }

  private @Nullable Storey storey(Entry entry) {
    Optional<String> id = entry.tree().text("storey");
    if (id.isEmpty()) {
      return null;
    }
    Storey storey = draft.storeys.get(id.get());
    if (storey == null) {
      entry.fault(FaultCode.UNKNOWN_STOREY, entry.tree().lineOf("storey"), id.get());
    }
    return storey;
  }

  private void passage(String id, Entry entry, Tree coordinates) {
    Optional<Passage.Kind> kind = entry.word("passage", PlanReader::passageKind, PASSAGE_KINDS);
    String from = entry.text("from");
    String to = entry.text("to");
    double width = entry.number("width", 0.3, 100);
    boolean exit = entry.bool("exit", false);
    Coordinate at = Shapes.coordinate(coordinates);
    if (at == null) {
      String found = coordinates.isScalar() ? coordinates.text().orElse("") : "[…]";
      entry.fault(FaultCode.BAD_NUMBER, coordinates.line(), "coordinates", found, "[x, y]");
    }
    if (entry.isGood() && kind.isPresent() && at != null) {
      draft.passages.put(id, new Passage(id, kind.get(), from, to, at.x, at.y, width, exit));
    }
  }

  private static Optional<Passage.Kind> passageKind(String word) {
    return Arrays.stream(Passage.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
