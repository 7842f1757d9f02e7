package io.campustwin.server.timetable;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.Fault;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds rooms by id or by name in either language, and takes what is wrong. */
final class Rooms {
  private final String file;
  private final List<Fault> faults;
  private final Map<String, String> ids = new HashMap<>();

  Rooms(String file, CampusModel model, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
    for (Space space : model.campus().spaces()) {
      ids.putIfAbsent(key(space.name().zh()), space.id());
      ids.putIfAbsent(key(space.name().en()), space.id());
    }
    model.campus().spaces().forEach(space -> ids.put(key(space.id()), space.id()));
  }

  /** The id of a room; empty, with a fault, if there is none. */
  String find(String room, int line) {
    String id = ids.get(key(room));
    if (id == null) {
      fault(
          line,
          room,
          "unknown-room",
          new Name("校园中没有房间“" + room + "”", "this campus has no room '" + room + "'"),
          new Name("改用房间编号或名称", "write the id or the name of a room"));
      return "";
    }
    return id;
  }

  void fault(int line, String id, String code, Name message, Name mend) {
    faults.add(new Fault(file, line, id, code, message, mend));
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
