package io.campustwin.codec;

import io.campustwin.asset.AdapterKind;
import io.campustwin.codec.tree.Shapes;
import io.campustwin.codec.tree.Tree;
import io.campustwin.codec.tree.TreeReading;
import io.campustwin.codec.tree.YamlText;
import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Guide;
import io.campustwin.place.Name;
import io.campustwin.place.Storey;
import io.campustwin.place.crs.LocalFrame;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/** Reads {@code campus.yaml}: the school, its frame, buildings, storeys, and the list of further files. */
final class MetaReader {
  static final String FILE = "campus.yaml";
  static final String VERSION = "1";
  private static final List<String> STAGES = List.of("kindergarten", "primary", "junior", "senior");

  /**
   * What the file says besides places.
   *
   * @param field device maps with the word of their adapter
   */
  record Meta(
      String id,
      Name name,
      boolean simulated,
      List<String> stages,
      Campus.Frame frame,
      ZoneId timeZone,
      Map<String, Object> facts,
      List<Named> plans,
      List<Named> equipment,
      List<Named> field,
      List<Named> relations) {}

  /**
   * A file named in campus.yaml.
   *
   * @param adapter for device maps, else empty
   */
  record Named(String path, String adapter, int line) {}

  private final Draft draft;

  MetaReader(Draft draft) {
    this.draft = draft;
  }

  Optional<Meta> read() {
    Optional<byte[]> bytes = draft.open(FILE, FILE, 0);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    TreeReading reading = YamlText.read(bytes.get());
    Tree tree = reading.tree();
    if (tree == null) {
      draft.faults.add(FaultCode.BAD_YAML, FILE, reading.line(), "", reading.problem());
      return Optional.empty();
    }
    String version = tree.text("version").orElse("");
    if (!version.equals(VERSION)) {
      draft.faults.add(
          FaultCode.FORMAT_VERSION, FILE, tree.lineOf("version"), "", version, VERSION);
      return Optional.empty();
    }
    return Optional.of(meta(tree));
  }

  private Meta meta(Tree tree) {
    Entry entry = new Entry(FILE, tree, tree.text("id").orElse(""), draft.faults);
    String id = entry.text("id");
    if (!id.isEmpty() && !io.campustwin.signal.PointId.isValid(id)) {
      entry.fault(FaultCode.BAD_ID, tree.lineOf("id"), id);
    }
    Campus.Frame frame = frame(tree);
    items(tree, "buildings").forEach(this::building);
    Tree files = tree.find("files").orElse(tree);
    return new Meta(
        id,
        entry.name(),
        entry.bool("simulated", false),
        stages(tree),
        frame,
        timeZone(entry),
        facts(tree),
        named(files, "plans"),
        named(files, "equipment"),
        device(files),
        named(files, "relations"));
  }

  private static ZoneId timeZone(Entry entry) {
    String zone = entry.text("zone", "UTC");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      String example = "Asia/Shanghai, UTC";
      entry.fault(FaultCode.BAD_VALUE, entry.tree().lineOf("zone"), "zone", zone, example);
      return ZoneOffset.UTC;
    }
  }

  private static List<Tree> items(Tree tree, String key) {
    return tree.find(key).map(Tree::items).orElse(List.of());
  }

  private List<String> stages(Tree tree) {
    for (Tree stage : items(tree, "stages")) {
      String word = stage.text().orElse("");
      if (!STAGES.contains(word)) {
        draft.faults.add(
            FaultCode.BAD_VALUE,
            FILE,
            stage.line(),
            word,
            "stages",
            word,
            String.join(", ", STAGES));
      }
    }
    return List.copyOf(tree.texts("stages"));
  }

  private Campus.Frame frame(Tree tree) {
    Tree at = tree.find("frame").orElse(tree);
    Entry entry = new Entry(FILE, at, "frame", draft.faults);
    Campus.Frame frame = new Campus.Frame(
        entry.text("wkt"),
        entry.number("originEasting", -1e8, 1e8),
        entry.number("originNorthing", -1e8, 1e8));
    if (entry.isGood()) {
      LocalFrame.problem(frame)
          .ifPresent(problem -> entry.fault(FaultCode.BAD_CRS, at.lineOf("wkt"), problem));
    }
    return frame;
  }

  private static Map<String, Object> facts(Tree tree) {
    Map<String, Object> facts = new LinkedHashMap<>();
    tree.find("facts").ifPresent(all -> all.fields().forEach((key, value) -> {
      Object plain = value.plain();
      if (plain != null) {
        facts.put(key, plain);
      }
    }));
    return java.util.Collections.unmodifiableMap(facts);
  }

  private void building(Tree tree) {
    String id = tree.text("id").orElse("");
    Entry entry = new Entry(FILE, tree, id, draft.faults);
    boolean named = !entry.text("id").isEmpty() && draft.declare(id, FILE, tree.line());
    Optional<Polygon> outline = outline(tree, entry);
    List<Storey> storeys = new ArrayList<>();
    items(tree, "storeys").forEach(storey -> storey(storey, id).ifPresent(storeys::add));
    if (storeys.isEmpty()) {
      entry.fault(FaultCode.MISSING_FIELD, tree.line(), "storeys");
    }
    String kind = entry.text("kind");
    Name name = entry.name();
    Guide guide = guide(tree, entry);
    if (named && outline.isPresent()) {
      storeys.sort(java.util.Comparator.comparingInt(Storey::level));
      draft.buildings.put(
          id, new Building(id, name, kind, outline.get(), List.copyOf(storeys), guide));
    }
  }

  private Guide guide(Tree tree, Entry entry) {
    boolean isKnown = tree.find("stepFree").isPresent();
    return new Guide(
        words(tree, entry, "hours"),
        words(tree, entry, "about"),
        isKnown ? entry.bool("stepFree", false) : null);
  }

  /** A text in both languages; a fault if one of them is left out. */
  private @Nullable Name words(Tree tree, Entry building, String key) {
    Optional<Tree> words = tree.find(key);
    if (words.isEmpty()) {
      return null;
    }
    String id = building.text("id", "");
    return new Entry(FILE, words.get(), id, draft.faults).name();
  }

  private static Optional<Polygon> outline(Tree tree, Entry entry) {
    Optional<Tree> ring = tree.find("outline");
    if (ring.isEmpty()) {
      entry.fault(FaultCode.MISSING_FIELD, tree.line(), "outline");
      return Optional.empty();
    }
    Shapes.Made made = Shapes.closed(ring.get());
    if (made.polygon() == null) {
      entry.fault(FaultCode.INVALID_POLYGON, ring.get().line(), made.problem());
    }
    return Optional.ofNullable(made.polygon());
  }

  private Optional<Storey> storey(Tree tree, String building) {
    String id = tree.text("id").orElse("");
    Entry entry = new Entry(FILE, tree, id, draft.faults);
    boolean named = !entry.text("id").isEmpty() && draft.declare(id, FILE, tree.line());
    Storey storey = new Storey(
        id,
        building,
        (int) entry.number("level", -20, 200),
        entry.name(),
        entry.number("elevation", -500, 9000),
        entry.number("height", 1, 100));
    if (!named) {
      return Optional.empty();
    }
    draft.storeys.put(id, storey);
    return Optional.of(storey);
  }

  private static List<Named> named(Tree files, String key) {
    List<Named> named = new ArrayList<>();
    for (Tree item : items(files, key)) {
      item.text().ifPresent(path -> named.add(new Named(path, "", item.line())));
    }
    return List.copyOf(named);
  }

  private List<Named> device(Tree files) {
    List<Named> named = new ArrayList<>();
    for (Tree item : items(files, "field")) {
      Entry entry = new Entry(FILE, item, item.text("file").orElse(""), draft.faults);
      String path = entry.text("file");
      Optional<AdapterKind> adapter =
          entry.word("adapter", AdapterKind::find, List.of("opcua", "bacnet", "mqtt"));
      if (entry.isGood() && adapter.isPresent()) {
        named.add(new Named(path, adapter.get().word(), item.line()));
      }
    }
    return List.copyOf(named);
  }
}
