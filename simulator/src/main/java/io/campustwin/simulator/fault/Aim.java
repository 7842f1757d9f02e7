package io.campustwin.simulator.fault;

import io.campustwin.place.Name;
import java.util.Set;

/** What the target of a fault may be. */
public enum Aim {
  POINT("点位", "point"),
  READING("点位或设备", "point or equipment"),
  EQUIPMENT("设备", "equipment"),
  FAN_COIL("风机盘管", "fan coil", "fan-coil"),
  AIR_HANDLER("新风机组", "air handler", "air-handler"),
  CHILLER("冷水机组", "chiller", "chiller"),
  FEEDER("电表（其供电回路）", "electric meter, for what it feeds", "electric-meter"),
  DOOR("门禁门", "access door", "access-door"),
  SWITCH("接入交换机", "access switch", "access-switch"),
  ACCESS_POINT("无线接入点", "access point", "wifi-ap"),
  ROOM("房间", "space"),
  DEVICE("网络设备或设备", "network device or equipment"),
  PROTOCOL("协议：opcua、bacnet 或 mqtt", "protocol: opcua, bacnet or mqtt"),
  LINK("协议、网络设备或设备", "protocol, network device or equipment"),
  BROKER("broker", "broker"),
  SERVER("server", "server");

  private final Name words;
  private final Set<String> kinds;

  Aim(String zh, String en, String... kinds) {
    this.words = new Name(zh, en);
    this.kinds = Set.of(kinds);
  }

  /** For people. */
  public Name words() {
    return words;
  }

  /** True if a piece of equipment of this kind will do. */
  boolean takes(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }
}
