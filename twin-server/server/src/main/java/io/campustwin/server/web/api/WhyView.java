package io.campustwin.server.web.api;

import io.campustwin.asset.Point;
import io.campustwin.engine.control.CommandCheck;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.Ledger;
import io.campustwin.engine.control.Programme;
import io.campustwin.engine.control.Schedule;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.place.Name;
import io.campustwin.server.web.http.Fields;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a point is as it is: who holds it, whether the device agrees, what comes after. A visitor learns of schedules
 * only, for other slots tell of persons and alarms.
 */
final class WhyView {
  private static final int LATEST = 10;
  private static final String SCHEDULE = "schedule:";
  private static final String LINKAGE = "linkage:";

  private final Rules rules;
  private final boolean visitor;

  WhyView(Rules rules, boolean visitor) {
    this.rules = rules;
    this.visitor = visitor;
  }

  /** Occupied slots as somebody may see them, the strongest first; none for a visitor unless a schedule holds. */
  static List<Slot> slots(@Nullable PointState state, boolean visitor) {
    List<Slot> slots = state == null ? List.of() : state.slots();
    boolean hidden = visitor && slots.stream().anyMatch(slot -> !slot.owner().startsWith(SCHEDULE));
    return hidden ? List.of() : slots;
  }

  JsonObject of(Point point, Snapshot snapshot, long now) {
    PointState state = snapshot.findPoint(point.id()).orElse(null);
    List<Slot> slots = slots(state, visitor);
    Value value = state == null ? null : state.value();
    Optional<Slot> holder = slots.stream().findFirst();
    JsonObject json = new JsonObject()
        .put("point", point.id().text())
        .put("value", Views.of(value))
        .put("unit", point.template().unit());
    Views.quality(json, state);
    return json.put("sourceTime", state == null ? null : Fields.time(state.sourceTime()))
        .put("writable", point.template().writable())
        .put("agrees", holder.map(slot -> agrees(point, slot, value)).orElse(true))
        .put("priorityArray", Views.of(slots))
        .put("effective", holder.map(Views::of).orElse(null))
        .put("ownerName", holder.flatMap(this::ownerName).map(Views::of).orElse(null))
        .put("ifReleased", holder.isEmpty() ? null : next(point, slots))
        .put("rule", holder.map(WhyView::rule).orElse(null))
        .put("programme", programme(point, slots, now))
        .put("commands", visitor ? new JsonArray() : commands(point, snapshot));
  }

  private static boolean agrees(Point point, Slot holder, @Nullable Value value) {
    return CommandCheck.matches(point, holder.value(), value);
  }

  private Optional<Name> ownerName(Slot holder) {
    String owner = holder.owner();
    Stream<Name> names = Stream.empty();
    if (owner.startsWith(SCHEDULE)) {
      String id = owner.substring(SCHEDULE.length());
      names = rules.schedules().stream().filter(one -> one.id().equals(id)).map(Schedule::name);
    } else if (owner.startsWith(LINKAGE)) {
      String id = owner.substring(LINKAGE.length());
      names = rules.linkages().stream().filter(one -> one.id().equals(id)).map(Linkage::name);
    }
    return names.findFirst();
  }

  /** The rule that holds the point; null if a person or the device does. */
  private static @Nullable JsonObject rule(Slot holder) {
    String owner = holder.owner();
    int colon = owner.indexOf(':');
    return owner.startsWith(SCHEDULE) || owner.startsWith(LINKAGE)
        ? new JsonObject()
            .put("kind", owner.substring(0, colon))
            .put("id", owner.substring(colon + 1))
        : null;
  }

  /** Every schedule that has the point among its targets: its entry that counts now, and its next change. */
  private JsonArray programme(Point point, List<Slot> slots, long now) {
    JsonArray programme = new JsonArray();
    for (Schedule schedule : rules.schedules()) {
      if (schedule.targets().contains(point.id())) {
        String owner = SCHEDULE + schedule.id();
        programme.add(new JsonObject()
            .put("schedule", schedule.id())
            .put("name", Views.of(schedule.name()))
            .put("priority", schedule.priority())
            .put("holds", !slots.isEmpty() && slots.get(0).owner().equals(owner))
            .put("current", entry(point, Programme.due(schedule, now)))
            .put("next", entry(point, Programme.next(schedule, now))));
      }
    }
    return programme;
  }

  /** What an entry means for the point; null as value gives the slot up, or leaves it where a scene does not set it. */
  private static @Nullable JsonObject entry(Point point, Optional<Programme.Moment> moment) {
    if (moment.isEmpty()) {
      return null;
    }
    Schedule.Entry entry = moment.get().entry();
    String scene = entry.setting().scene();
    Value value = scene.isEmpty() ? entry.value() : entry.setting().values().get(point.id());
    return new JsonObject()
        .put("time", moment.get().at())
        .put("value", Views.of(value))
        .put("scene", scene.isEmpty() ? null : scene);
  }

  /** What takes effect once the first slot is free: the next one, else the rest value. */
  private static JsonObject next(Point point, List<Slot> slots) {
    if (slots.size() > 1) {
      Slot slot = slots.get(1);
      return new JsonObject()
          .put("value", Views.of(slot.value()))
          .put("level", slot.level())
          .put("owner", slot.owner());
    }
    return new JsonObject()
        .put("value", Views.of(point.template().restValue()))
        .put("level", null)
        .put("owner", null);
  }

  private static JsonArray commands(Point point, Snapshot snapshot) {
    JsonArray latest = new JsonArray();
    snapshot.listRecentCommandItems(Ledger.LIMIT).stream()
        .filter(item -> item.point().equals(point.id()))
        .limit(LATEST)
        .forEach(item -> latest.add(view(item)));
    return latest;
  }

  private static JsonObject view(CommandItem item) {
    return EventViews.of(item).put("command", item.command());
  }
}
