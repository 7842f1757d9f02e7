package io.campustwin.server.app;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.server.security.Authority;
import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids and names that no visitor may read, and the search for them in what a visitor got. */
final class HiddenThings {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._#-]*");

  private final Set<String> ids = new TreeSet<>();
  private final Set<String> names = new TreeSet<>();

  private HiddenThings() {}

  /** Everything of a campus that carries no public mark. A name that something public bears too is not among them. */
  static HiddenThings of(CampusModel model) {
    HiddenThings hidden = new HiddenThings();
    Set<String> open = new TreeSet<>();
    for (Space space : model.campus().spaces()) {
      hidden.sort(Target.of(space), space.id(), space.name(), open);
    }
    for (Equipment piece : model.equipment()) {
      hidden.sort(Target.of(model, piece), piece.id(), piece.name(), open);
    }
    for (Point point : model.points()) {
      hidden.sort(Target.of(model, point), point.id().text(), point.name(), open);
    }
    hidden.names.removeAll(open);
    return hidden;
  }

  private void sort(Target target, String id, Name name, Set<String> open) {
    if (Authority.authoriseView(Principal.VISITOR, target).isGranted()) {
      open.add(name.zh());
      open.add(name.en());
    } else {
      ids.add(id);
      names.add(name.zh());
      names.add(name.en());
    }
  }

  HiddenThings with(String id) {
    ids.add(id);
    return this;
  }

  int size() {
    return ids.size();
  }

  /** Hidden ids that stand in a text as words of their own. */
  List<String> idsIn(String text) {
    List<String> found = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String stripped = word.group().replaceAll("[._-]+$", "");
      int dot = stripped.indexOf('.');
      if (ids.contains(stripped) || dot > 0 && ids.contains(stripped.substring(0, dot))) {
        found.add(stripped);
      }
    }
    return found;
  }

  /** Hidden ids and names in an answer of the API. */
  List<String> in(String text) {
    List<String> found = idsIn(text);
    for (String name : names) {
      if (text.contains("\"" + name + "\"") || name.length() > 12 && text.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }
}
