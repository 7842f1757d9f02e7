package io.campustwin.server.security;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.place.Space;
import org.jspecify.annotations.Nullable;

/**
 * What an action is done to.
 *
 * @param building id; null for what belongs to no building (outdoors, the campus as a whole)
 * @param isPublic true if visitors may see it
 * @param outdoors true for a place outside any building, which everybody signed in may see
 * @param priority level to be written, 0 where nothing is
 */
public record Target(@Nullable String building, boolean isPublic, boolean outdoors, int priority) {
  /** The campus as a whole: its accounts, its audit. */
  public static final Target CAMPUS = new Target(null, false, false, 0);

  /** Lists over the whole campus that everybody signed in may open; their items are checked one by one. */
  public static final Target CAMPUS_VIEW = new Target(null, false, true, 0);

  /** A room or an outdoor area. */
  public static Target of(Space space) {
    return new Target(space.building(), space.isPublic(), space.building() == null, 0);
  }

  /** A piece of equipment; it is public if it and its space both are. */
  public static Target of(CampusModel model, Equipment piece) {
    Target place = model.findSpace(piece.space()).map(Target::of).orElse(CAMPUS);
    return new Target(place.building, piece.isPublic() && place.isPublic, place.outdoors, 0);
  }

  /** A point; it is public if its description and its space both are. */
  public static Target of(CampusModel model, Point point) {
    Space space = model.findSpace(point.space()).orElseThrow();
    boolean open = point.template().isPublic() && space.isPublic();
    return new Target(space.building(), open, space.building() == null, 0);
  }

  /** The same, to be written at a level. */
  public Target at(int level) {
    return new Target(building, isPublic, outdoors, level);
  }
}
