package io.campustwin.adapter.opcua;

import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.Value;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;

/** Values on the wire: Boolean, Double, Int32 as index into EnumStrings, String. */
final class NodeValues {
  private NodeValues() {}

  static NodeId dataType(PointTemplate template) {
    return switch (template.type()) {
      case BOOL -> NodeIds.Boolean;
      case NUMBER -> NodeIds.Double;
      case ENUM -> NodeIds.Int32;
      case TEXT -> NodeIds.String;
    };
  }

  /** A value (in the raw unit) of a point of this template; it has to fit it. */
  static Variant toVariant(PointTemplate template, Value value) {
    if (value instanceof Value.Bool bool) {
      return Variant.ofBoolean(bool.on());
    }
    if (value instanceof Value.Num num) {
      return Variant.ofDouble(num.number());
    }
    String text = ((Value.Text) value).text();
    int state = template.states().indexOf(text);
    return state >= 0 ? Variant.ofInt32(state) : Variant.ofString(text);
  }

  /** What a server or client sent, any numeric type; empty if the point cannot hold it. */
  static Optional<Value> fromWire(PointTemplate template, @Nullable Object raw) {
    return switch (template.type()) {
      case BOOL -> raw instanceof Boolean on ? Optional.of(Value.of(on)) : Optional.empty();
      case NUMBER ->
        raw instanceof Number number && Double.isFinite(number.doubleValue())
            ? Optional.of(Value.of(number.doubleValue()))
            : Optional.empty();
      case ENUM -> state(template, raw);
      case TEXT -> raw instanceof String text ? Optional.of(Value.of(text)) : Optional.empty();
    };
  }

  private static Optional<Value> state(PointTemplate template, @Nullable Object raw) {
    if (raw instanceof String text) {
      return Optional.of(Value.of(text));
    }
    if (!(raw instanceof Number number) || number.doubleValue() != number.intValue()) {
      return Optional.empty();
    }
    int state = number.intValue();
    return state >= 0 && state < template.states().size()
        ? Optional.of(Value.of(template.states().get(state)))
        : Optional.empty();
  }
}
