package io.campustwin.engine.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.Fault;
import io.campustwin.codec.tree.Tree;
import io.campustwin.codec.tree.TreeReading;
import io.campustwin.codec.tree.YamlText;
import io.campustwin.engine.calendar.Lesson;
import io.campustwin.engine.calendar.SchoolCalendar;
import io.campustwin.engine.control.Scene;
import io.campustwin.engine.control.Scenes;
import io.campustwin.engine.control.Schedule;
import io.campustwin.engine.interlock.Interlock;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.window.Mode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code linkages/*.yaml}, {@code schedules/*.yaml}, {@code interlocks/*.yaml}, {@code modes/*.yaml}, {@code
 * scenes/*.yaml}, {@code calendar.yaml} and {@code timetable.csv} of a campus folder against its model. Every fault names
 * file, line, id and mend; a rule with a fault is left out (but for {@code no-target}), the others work.
 */
public final class RulesReader {
  private static final String CALENDAR = "calendar.yaml";
  private final CampusFiles files;
  private final List<Fault> faults = new ArrayList<>();
  private final Origins origins = new Origins();

  private RulesReader(CampusFiles files) {
    this.files = files;
  }

  /** Folders of a campus that hold rules. */
  public static final List<String> FOLDERS =
      List.of("linkages/", "schedules/", "interlocks/", "modes/", "scenes/");

  /** The texts of all rule files by path: what it takes to read the same rules again. */
  public static SortedMap<String, String> texts(CampusFiles files) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String file : List.of(CALENDAR, TimetableReader.FILE)) {
      files.find(file).ifPresent(bytes -> texts.put(file, new String(bytes, UTF_8)));
    }
    for (String folder : FOLDERS) {
      for (String file : files.list(folder)) {
        files.find(file).ifPresent(bytes -> texts.put(file, new String(bytes, UTF_8)));
      }
    }
    return texts;
  }

  /** Reads rules from their texts. */
  public static RulesReading read(Map<String, String> texts, CampusModel model) {
    Map<String, byte[]> files = new HashMap<>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
    return read(CampusFiles.of(files), model);
  }

  public static RulesReading read(CampusFiles files, CampusModel model) {
    RulesReader reader = new RulesReader(files);
    List<Mode> modes = reader.folder("modes/", fields -> new ModeReader(model, fields).read());
    List<Scene> scenes =
        reader.folder("scenes/", fields -> new SceneReader(model, fields).read()).stream()
            .flatMap(List::stream)
            .toList();
    WhenReader when = new WhenReader(modes);
    SceneEffects set = new SceneEffects(scenes);
    List<Linkage> linkages =
        reader.folder("linkages/", fields -> new LinkageReader(model, when, set, fields).read());
    List<Interlock> interlocks =
        reader.folder("interlocks/", fields -> new InterlockReader(model, linkages, fields).read());
    List<Schedule> schedules = reader.schedules(model, Scenes.of(model, scenes));
    reader.faults.sort(Comparator.comparing(Fault::file).thenComparingInt(Fault::line));
    Rules rules = new Rules(linkages, schedules, interlocks, scenes);
    return new RulesReading(rules, List.copyOf(reader.faults), reader.origins);
  }

  /** Those of the files, then one for each room of the timetable. */
  private List<Schedule> schedules(CampusModel model, Scenes scenes) {
    SchoolCalendar calendar = calendar();
    List<Schedule> schedules = new ArrayList<>(
        folder("schedules/", fields -> new ScheduleReader(model, fields, scenes, calendar).read()));
    byte[] timetable = files.find(TimetableReader.FILE).orElse(new byte[0]);
    if (timetable.length > 0) {
      List<Lesson> lessons = new TimetableReader(model, scenes, faults).read(timetable);
      ZoneId zone = model.campus().scenery().timeZone();
      schedules.addAll(new RoomProgrammes(scenes, calendar, zone).of(lessons));
    }
    return schedules;
  }

  /** A calendar with a fault is read as far as it goes. */
  private SchoolCalendar calendar() {
    if (files.find(CALENDAR).isEmpty()) {
      return SchoolCalendar.NONE;
    }
    Tree tree = open(CALENDAR);
    return tree == null
        ? SchoolCalendar.NONE
        : new CalendarReader(new Fields(CALENDAR, tree, "", faults)).read();
  }

  private <T> List<T> folder(String folder, Function<Fields, T> read) {
    if (!FOLDERS.contains(folder)) {
      throw new IllegalStateException(folder + " is not among the folders that a reload reads");
    }
    List<T> rules = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (String file : files.list(folder)) {
      int before = faults.size();
      Tree tree = file.endsWith(".yaml") ? open(file) : null;
      if (tree != null) {
        Fields fields = new Fields(file, tree, tree.text("id").orElse(""), faults);
        note(fields, ids);
        T rule = read.apply(fields);
        if (faults.stream().skip(before).noneMatch(RulesReader::spoils)) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  /** Remembers where a rule and its effects stand; no two rules of a folder have one id. */
  private void note(Fields fields, Map<String, String> ids) {
    String id = fields.identifier();
    String other = ids.putIfAbsent(id, fields.file);
    if (other != null && !id.isEmpty()) {
      fields.fault(RuleFault.DUPLICATE_ID, fields.tree.lineOf("id"), id, other);
    }
    origins.put(fields.file, id, fields.tree.line());
    for (Tree effect : fields.tree.find("effects").map(Tree::items).orElse(List.of())) {
      origins.put(fields.file, id + "." + effect.text("id").orElse(""), effect.line());
    }
  }

  /** An effect or a schedule that finds nothing on this campus is worth a word, but spoils nothing. */
  private static boolean spoils(Fault fault) {
    return !fault.code().equals("no-target");
  }

  private @Nullable Tree open(String file) {
    byte[] bytes = files.find(file).orElse(null);
    if (bytes == null) {
      faults.add(RuleFault.MISSING_FILE.at(file, 0, ""));
      return null;
    }
    TreeReading reading = YamlText.read(bytes);
    Tree tree = reading.tree();
    if (tree == null || tree.kind() != Tree.Kind.MAP) {
      String problem = tree == null ? reading.problem() : "the file must be a map";
      faults.add(RuleFault.BAD_YAML.at(file, reading.line(), "", problem));
      return null;
    }
    String version = tree.text("version").orElse("");
    if (!version.equals("1")) {
      faults.add(RuleFault.FORMAT_VERSION.at(file, tree.lineOf("version"), "", version));
      return null;
    }
    return tree;
  }
}
