package io.campustwin.engine.kernel;

import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.signal.PointId;
import java.util.HashMap;
import java.util.Map;

/** Which points have an alarm rule, and which of these guard life or property. Immutable. */
final class AlarmPoints {
  private final Map<PointId, Boolean> guarding = new HashMap<>();

  AlarmPoints(CampusModel model) {
    for (Point point : model.points()) {
      AlarmRule rule = point.template().alarm();
      if (rule != null) {
        guarding.put(point.id(), rule.isGuarding());
      }
    }
  }

  boolean hasRule(PointId point) {
    return guarding.containsKey(point);
  }

  boolean isGuarding(PointId point) {
    return guarding.getOrDefault(point, false);
  }
}
