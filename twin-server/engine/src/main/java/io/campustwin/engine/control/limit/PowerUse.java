package io.campustwin.engine.control.limit;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.tree.Tree;
import io.campustwin.signal.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of equipment draws when one of its points has a value, as far as its data tell: the fact {@code
 * ratedPower} (W) times the share of it that the value calls for. A switch or an enumeration with {@code off} calls for
 * all or nothing, {@code standby} for a tenth (an assumption of ours), a percentage for its part. Other points, such as
 * set-points, say nothing about power.
 */
public final class PowerUse {
  private static final double STANDBY = 0.1;

  private final Map<String, Double> rated = new HashMap<>();

  private PowerUse() {}

  public static PowerUse of(CampusModel model) {
    PowerUse use = new PowerUse();
    for (Equipment piece : model.equipment()) {
      OptionalDouble watts = Tree.toNumber(piece.facts().getOrDefault("ratedPower", ""));
      watts.ifPresent(number -> use.rated.put(piece.id(), number));
    }
    return use;
  }

  /** What the equipment of a point draws at a value, W; empty if nothing tells. */
  public OptionalDouble watts(Point point, @Nullable Value value) {
    Double full = rated.get(point.equipment());
    OptionalDouble share = share(point.template(), value);
    return full == null || share.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(full * share.getAsDouble());
  }

  /** What {@code after} adds to what {@code before} draws, W; infinite if the point drives power that nobody knows. */
  public double rise(Point point, @Nullable Value before, Value after) {
    if (share(point.template(), after).isEmpty()) {
      return 0;
    }
    OptionalDouble then = watts(point, after);
    double now = watts(point, before).orElse(0);
    return then.isEmpty() ? Double.POSITIVE_INFINITY : then.getAsDouble() - now;
  }

  private static OptionalDouble share(PointTemplate template, @Nullable Value value) {
    if (value instanceof Value.Bool bool) {
      return OptionalDouble.of(bool.on() ? 1 : 0);
    }
    if (value instanceof Value.Num number && template.unit().equals("%")) {
      return OptionalDouble.of(number.number() / 100);
    }
    List<String> states = template.states();
    if (value instanceof Value.Text text && states.contains("off")) {
      double standby = text.text().equals("standby") ? STANDBY : 1;
      return OptionalDouble.of(text.text().equals("off") ? 0 : standby);
    }
    return OptionalDouble.empty();
  }
}
