package io.campustwin.adapter.mqtt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which devices are there: a device is online if it says so itself and the shared connection it hangs on, if any, is not
 * offline. Not thread-safe.
 */
final class Presence {
  private final Map<String, Boolean> own = new HashMap<>();
  private final Map<String, Payloads.Group> groups = new HashMap<>();
  private final Map<String, Boolean> told = new HashMap<>();

  /** A device whose state became known or changed. */
  record Change(String device, boolean online) {}

  /** Forgets everything: the link was away. */
  void clear() {
    own.clear();
    groups.clear();
    told.clear();
  }

  List<Change> device(String device, boolean online) {
    own.put(device, online);
    return changes(List.of(device));
  }

  List<Change> group(String group, Payloads.Group now) {
    Payloads.Group before = groups.put(group, now);
    Set<String> concerned = new HashSet<>(now.devices());
    if (before != null) {
      concerned.addAll(before.devices());
    }
    return changes(concerned.stream().sorted().toList());
  }

  /** True if the device is known not to be there. */
  boolean isOffline(String device) {
    return state(device).filter(online -> !online).isPresent();
  }

  private List<Change> changes(List<String> devices) {
    List<Change> changes = new ArrayList<>();
    for (String device : devices) {
      Optional<Boolean> now = state(device);
      if (now.isPresent() && !now.get().equals(told.put(device, now.get()))) {
        changes.add(new Change(device, now.get()));
      }
    }
    return changes;
  }

  /** Empty if neither the device nor a group has said anything of weight. */
  private Optional<Boolean> state(String device) {
    boolean groupGone = groups.values().stream()
        .anyMatch(group -> !group.online() && group.devices().contains(device));
    return groupGone ? Optional.of(false) : Optional.ofNullable(own.get(device));
  }
}
