package io.campustwin.adapter.mqtt;

import io.campustwin.asset.Point;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The topics of a campus. A point's base is {@code campus/<campus>/<device>/<point name>}; below it {@code state}
 * (retained, by the device), {@code set} (by the adapter) and {@code ack} (by the device). {@code
 * campus/<campus>/<device>/presence} is a device's own word, {@code campus/<campus>/presence/<group>} that of a
 * connection shared by a group of devices, whose last will turns all of them offline.
 */
record Topics(String campusId) {
  static final String STATE = "/state";
  static final String SET = "/set";
  static final String ACK = "/ack";
  static final String PRESENCE = "/presence";

  /** Filters that cover {@code <base><leaf>} of all points: one if the bases follow the convention, else one each. */
  Set<String> filters(List<Point> points, String leaf) {
    Set<String> filters = new LinkedHashSet<>();
    for (Point point : points) {
      String base = point.address().address();
      filters.add(isConventional(base) ? root() + "+/+" + leaf : base + leaf);
    }
    return filters;
  }

  /** Filters that cover the presence of all devices and groups. */
  Set<String> presenceFilters(List<Point> points) {
    Set<String> filters = new LinkedHashSet<>();
    filters.add(root() + "presence/+");
    for (Point point : points) {
      String device = deviceOf(point.address().address());
      filters.add(
          isConventional(point.address().address()) ? root() + "+" + PRESENCE : device + PRESENCE);
    }
    return filters;
  }

  String group(String group) {
    return root() + "presence/" + group;
  }

  boolean isGroup(String topic) {
    return topic.startsWith(root() + "presence/");
  }

  /** Base topic of the device that a point's base belongs to. */
  static String deviceOf(String base) {
    int end = base.lastIndexOf('/');
    return end < 0 ? base : base.substring(0, end);
  }

  private boolean isConventional(String base) {
    return base.startsWith(root())
        && base.chars().skip(root().length()).filter(c -> c == '/').count() == 1;
  }

  private String root() {
    return "campus/" + campusId + "/";
  }
}
