package io.campustwin.server.web.api;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.control.limit.PowerUse;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An override with the energy it costs: the power its equipment draws now, less what it would draw by the next slot
 * below (or at rest), over the time since which it holds. An estimate, and said to be one: {@code measured} where all of
 * it comes from the equipment's own power point, {@code rated} where a rated power stands in for a part, {@code
 * unknown} where nothing tells, as for set-points. Below 0 it saves. A slot below a stronger one costs nothing.
 */
final class OverrideView {
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final CampusModel model;
  private final Snapshot snapshot;
  private final PowerUse power;
  private final long now;

  OverrideView(CampusModel model, Snapshot snapshot, PowerUse power, long now) {
    this.model = model;
    this.snapshot = snapshot;
    this.power = power;
    this.now = now;
  }

  /** Power more than without the override, W, and where it comes from. */
  private record Cost(OptionalDouble watts, String basis) {
    static final Cost UNKNOWN = new Cost(OptionalDouble.empty(), "unknown");
  }

  JsonObject of(Point point, Slot slot) {
    Cost cost = cost(point, slot);
    boolean known = cost.watts().isPresent();
    double hours = Math.max(0, now - slot.since()) / MILLIS_PER_HOUR;
    double watts = cost.watts().orElse(0);
    return Views.of(slot)
        .put("point", point.id().text())
        .put(
            "energy",
            new JsonObject()
                .put("watts", known ? Math.rint(watts) : null)
                .put("kilowattHours", known ? Math.rint(watts * hours / 10) / 100 : null)
                .put("basis", cost.basis()));
  }

  private Cost cost(Point point, Slot slot) {
    List<Slot> slots = snapshot.findPoint(point.id()).map(PointState::slots).orElse(List.of());
    if (slots.isEmpty() || slots.get(0).level() != slot.level()) {
      return new Cost(OptionalDouble.of(0), "rated");
    }
    Value next = slots.size() > 1 ? slots.get(1).value() : point.template().restValue();
    OptionalDouble now = measured(point);
    OptionalDouble ratedNow = power.watts(point, slot.value());
    OptionalDouble then = power.watts(point, next);
    boolean offThen = isOff(point.template(), next);
    if (!drives(point.template(), slot.value()) || then.isEmpty() && !offThen) {
      return Cost.UNKNOWN;
    }
    double after = offThen ? 0 : then.orElse(0);
    if (now.isPresent()) {
      return new Cost(OptionalDouble.of(now.getAsDouble() - after), offThen ? "measured" : "rated");
    }
    return ratedNow.isPresent()
        ? new Cost(OptionalDouble.of(ratedNow.getAsDouble() - after), "rated")
        : Cost.UNKNOWN;
  }

  /** Whether the value of a point calls for power at all; a set-point does not. */
  private static boolean drives(PointTemplate template, Value value) {
    return value instanceof Value.Bool
        || value instanceof Value.Text && template.states().contains("off")
        || value instanceof Value.Num && template.unit().equals("%");
  }

  private static boolean isOff(PointTemplate template, @Nullable Value value) {
    return value != null
        && drives(template, value)
        && (value.equals(Value.of(false))
            || value.equals(Value.of("off"))
            || value.equals(Value.of(0)));
  }

  /** What the equipment's own power point reports, W; empty if it has none or that is not good. */
  private OptionalDouble measured(Point point) {
    for (Point other : model.pointsOf(point.equipment())) {
      String unit = other.template().unit();
      PointState state = snapshot.findPoint(other.id()).orElse(null);
      boolean isPower = unit.equals("W") || unit.equals("kW");
      if (isPower
          && state != null
          && state.quality().level() != Quality.Level.BAD
          && state.value() instanceof Value.Num number) {
        return OptionalDouble.of(unit.equals("W") ? number.number() : number.number() * 1000);
      }
    }
    return OptionalDouble.empty();
  }
}
