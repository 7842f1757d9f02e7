package io.campustwin.simulator.evacuation;

import io.campustwin.place.Name;
import java.util.Locale;

/** An evacuation that cannot be run as it was asked for: what is wrong, where, and what mends it, in both languages. */
public final class BadPlan extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final Code code;
  private final String id;
  private final transient Name reason;

  /** Closed list; {@code %1$s} is the id, {@code %2$s} what was found. */
  public enum Code {
    UNREACHABLE_EXIT(
        "从“%1$s”无法走到出口%2$s；请添加门或解除封锁",
        "no way leads from '%1$s' to an exit%2$s; add a door or open one"),
    OUTSIDE_ROOMS(
        "人员 %1$s 位于 %2$s，不在任何房间内；请移入房间",
        "person %1$s stands at %2$s, which is in no room; move the person into one"),
    NARROW_DOOR(
        "门“%1$s”宽 %2$s 米，人无法通过；须至少 0.5 米",
        "door '%1$s' is %2$s m wide, too narrow for a person; give it at least 0.5 m"),
    DETACHED_DOOR(
        "门“%1$s”不在房间“%2$s”的边上；请移到墙上",
        "door '%1$s' is not at the edge of room '%2$s'; move it to a wall"),
    NO_ROOM_LEFT(
        "房间“%1$s”容不下 %2$s 人；请减少人数", "room '%1$s' cannot hold %2$s persons; put fewer there"),
    UNKNOWN_BUILDING("没有建筑“%1$s”%2$s；请改正标识", "there is no building '%1$s'%2$s; correct the id");

    private final String zh;
    private final String en;

    Code(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    private Name fill(String id, String found) {
      return new Name(
          String.format(Locale.ROOT, zh, id, found), String.format(Locale.ROOT, en, id, found));
    }
  }

  BadPlan(Code code, String id, String found) {
    super(code.name() + " " + id + ": " + code.fill(id, found).en());
    this.code = code;
    this.id = id;
    this.reason = code.fill(id, found);
  }

  public Code code() {
    return code;
  }

  /** Id of what is wrong. */
  public String id() {
    return id;
  }

  public Name reason() {
    return reason;
  }
}
