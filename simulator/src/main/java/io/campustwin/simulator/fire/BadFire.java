package io.campustwin.simulator.fire;

import io.campustwin.place.Name;
import java.util.Locale;

/** A fire that cannot burn where it was asked for: what is wrong, where, and what mends it, in both languages. */
public final class BadFire extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final Code code;
  private final transient Name reason;

  /** Closed list; {@code %1$s} is the id of the space. */
  public enum Code {
    UNKNOWN_ROOM(
        "没有房间“%1$s”，无法起火；请给出校园模型里的空间编号",
        "there is no room '%1$s' to burn; give the id of a space of the campus model"),
    OUTDOORS(
        "“%1$s”在室外，烟气模型只算室内；请选择建筑内的空间",
        "'%1$s' is outdoors, smoke is reckoned indoors only; choose a space of a building"),
    NO_DOOR(
        "房间“%1$s”没有门，烟气和人员都无法离开；请添加门",
        "room '%1$s' has no door, neither smoke nor people can leave; add one");

    private final String zh;
    private final String en;

    Code(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    Name fill(String id) {
      return new Name(String.format(Locale.ROOT, zh, id), String.format(Locale.ROOT, en, id));
    }
  }

  BadFire(Code code, String id) {
    super(code.name() + " " + id + ": " + code.fill(id).en());
    this.code = code;
    this.reason = code.fill(id);
  }

  public Code code() {
    return code;
  }

  public Name reason() {
    return reason;
  }
}
