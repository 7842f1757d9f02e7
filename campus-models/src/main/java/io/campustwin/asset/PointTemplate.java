package io.campustwin.asset;

import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point as its equipment kind describes it, apart from any live value.
 *
 * @param name last part of the point id, such as {@code switch}
 * @param states for ENUM: the closed list in device order; else empty
 * @param unit as in {@code io.campustwin.unit}, {@code "1"} for none, {@code bool}, {@code enum}, {@code text}
 * @param min lowest plausible or accepted number
 * @param max highest plausible or accepted number
 * @param writable true if commands may go to it
 * @param periodMillis a device reports at least this often
 * @param tolerance a read-back this close to the command confirms it, in the unit
 * @param settleMillis how long a device may take to show a command
 * @param restValue what the platform writes when every slot of the priority array is empty; null writes nothing
 * @param alarm null if none
 * @param isPublic true if visitors may see it
 * @param limits how often it may be commanded
 */
public record PointTemplate(
    String name,
    Name label,
    ValueType type,
    List<String> states,
    String unit,
    double min,
    double max,
    boolean writable,
    long periodMillis,
    double tolerance,
    long settleMillis,
    @Nullable Value restValue,
    @Nullable AlarmRule alarm,
    boolean isPublic,
    WriteLimits limits) {
  /** One that bears any number of commands. */
  public PointTemplate(
      String name,
      Name label,
      ValueType type,
      List<String> states,
      String unit,
      double min,
      double max,
      boolean writable,
      long periodMillis,
      double tolerance,
      long settleMillis,
      @Nullable Value restValue,
      @Nullable AlarmRule alarm,
      boolean isPublic) {
    this(
        name,
        label,
        type,
        states,
        unit,
        min,
        max,
        writable,
        periodMillis,
        tolerance,
        settleMillis,
        restValue,
        alarm,
        isPublic,
        WriteLimits.NONE);
  }
}
