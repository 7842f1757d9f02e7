package io.campustwin.simulator.fault;

import static io.campustwin.simulator.fault.FaultKind.Scale.NONE;
import static io.campustwin.simulator.fault.FaultKind.Scale.at;
import static io.campustwin.simulator.fault.FaultKind.Scale.grows;
import static io.campustwin.simulator.fault.FaultKind.Scale.rises;

import io.campustwin.place.Name;
import java.util.Locale;
import java.util.Optional;

/**
 * The library of faults: closed list, with the layer, the target, the scale and the labelled effect of each. Names follow
 * the inventory of LBNL (Granderson et al., Scientific Data 7:56, 2020) and the fault measures of OpenStudio (NREL, 2021);
 * severities marked RTU are those of the 2020 roof-top unit table of the same inventory. The words of network faults
 * follow Toxiproxy. What has no source is a choice of ours, said so. The label is the condition, not the alarm.
 */
public enum FaultKind {
  SENSOR_BIAS(
      Layer.DEVICE,
      Aim.POINT,
      grows("unit", 2.2),
      "读数偏差|Reading off|读数偏离真值|reads off by it",
      RTU.S),
  SENSOR_DRIFT(
      Layer.DEVICE,
      Aim.POINT,
      at("unit/h", 1),
      "读数漂移|Reading drifts|读数逐时偏离|goes off by it an hour",
      OS.S),
  SENSOR_STUCK(Layer.DEVICE, Aim.READING, NONE, "读数卡滞|Reading stuck|读数不变|repeats itself", OS.S),
  SENSOR_NOISE(
      Layer.DEVICE,
      Aim.POINT,
      grows("unit", 1),
      "读数噪声|Noisy reading|读数围绕真值散布（标准差）|scatters by it, standard deviation",
      OURS.S),
  SENSOR_SILENT(
      Layer.DEVICE, Aim.READING, NONE, "点位不报|Reading missing|该点不再上报|is not reported", OURS.S),
  THERMOSTAT_BIAS(
      Layer.DEVICE,
      Aim.FAN_COIL,
      grows("K", 2.2),
      "温控器偏差|Thermostat off|示数与控制都偏离|shows and controls off by it",
      RTU.S),
  VALVE_STUCK(
      Layer.DEVICE,
      Aim.FAN_COIL,
      at("%", 100),
      "阀门卡滞|Valve stuck|阀位固定|stays at this opening",
      OS.S),
  DAMPER_STUCK(
      Layer.DEVICE,
      Aim.AIR_HANDLER,
      at("%", 0),
      "风阀卡滞|Damper stuck|新风量固定在该开度|outdoor air stays at this opening",
      OS.S),
  COIL_FOULING(
      Layer.DEVICE,
      Aim.FAN_COIL,
      grows("%", 25),
      "盘管结垢|Coil fouled|出力减少|gives so much less",
      RTU.S),
  CONDENSER_FOULING(
      Layer.DEVICE,
      Aim.CHILLER,
      grows("%", 25),
      "冷凝器脏堵|Condenser fouled|风量减少，耗电上升|so much less air, draws more power",
      RTU.S),
  FILTER_CLOGGED(
      Layer.DEVICE,
      Aim.AIR_HANDLER,
      rises(100),
      "滤网堵塞|Filter clogged|压差上升|pressure drop higher by it",
      OURS.S),
  INFILTRATION(
      Layer.DEVICE, Aim.ROOM, rises(20), "渗风增加|Leaky envelope|渗风量增加|leaks so much more", RTU.S),
  SCHEDULE_LATE(
      Layer.DEVICE,
      Aim.EQUIPMENT,
      at("h", 3),
      "时间表延迟|Schedule late|指令应答后推迟执行|acknowledges, acts so much later",
      RTU.S),
  SCHEDULE_ABSENT(
      Layer.DEVICE,
      Aim.EQUIPMENT,
      NONE,
      "不执行关断|Setback absent|关断指令不执行|acknowledges and ignores orders to go to rest",
      RTU.S),
  NO_FEEDBACK(
      Layer.DEVICE,
      Aim.READING,
      NONE,
      "无动作反馈|No feedback|动作但反馈不变|moves, its feedback does not",
      OURS.S),
  ACTUATOR_STUCK(
      Layer.DEVICE, Aim.EQUIPMENT, NONE, "执行机构不动作|Actuator stuck|应答但不动作|acknowledges, stays", OS.S),
  OUT_OF_SERVICE(
      Layer.DEVICE,
      Aim.EQUIPMENT,
      NONE,
      "设备停用|Out of service|设备自报故障|reports itself out of order",
      OURS.S),
  POWER_FEEDER(
      Layer.DEVICE,
      Aim.FEEDER,
      NONE,
      "供电回路跳闸|Feeder tripped|所供设备断电|what it feeds is dead, but for what has a battery",
      OURS.S),
  DOOR_HELD_OPEN(
      Layer.DEVICE, Aim.DOOR, NONE, "门被顶开|Door held open|门长开|stays open, says held", OURS.S),
  DEVICE_SILENT(
      Layer.NETWORK, Aim.DEVICE, NONE, "设备失联|Device silent|不报不答|says and answers nothing", OURS.S),
  SWITCH_DOWN(
      Layer.NETWORK,
      Aim.SWITCH,
      NONE,
      "交换机故障|Switch down|其后设备失联|devices behind it are silent",
      OURS.S),
  ACCESS_POINT_DOWN(
      Layer.NETWORK, Aim.ACCESS_POINT, NONE, "接入点故障|Access point down|无客户端|serves nobody", OURS.S),
  LINK_DOWN(
      Layer.NETWORK, Aim.PROTOCOL, NONE, "链路中断|Link down|该协议设备全部失联|its devices are silent", TOXI.S),
  LINK_LOSS(
      Layer.NETWORK,
      Aim.LINK,
      grows("%", 20),
      "链路丢包|Link loses|报文按比例丢失|so many reports are lost",
      TOXI.S),
  LINK_DELAY(
      Layer.NETWORK,
      Aim.LINK,
      grows("ms", 3000),
      "链路延迟|Link delays|报文推迟到达|reports come late",
      TOXI.S),
  LINK_DUPLICATE(
      Layer.NETWORK,
      Aim.LINK,
      grows("%", 20),
      "报文重复|Link repeats|报文重复到达|so many come twice",
      OURS.S),
  LINK_REORDER(
      Layer.NETWORK,
      Aim.LINK,
      grows("%", 20),
      "报文乱序|Link reorders|报文被后来者超越|so many are overtaken by the next",
      OURS.S),
  LINK_SLOW(
      Layer.NETWORK,
      Aim.LINK,
      at("1/s", 5),
      "链路缓慢|Link slow|每秒只通过这么多报文|passes so many reports a second",
      TOXI.S),
  BROKER_DOWN(
      Layer.SERVER,
      Aim.BROKER,
      NONE,
      "消息代理停机|Broker down|MQTT 与经其转接的 BACnet 失联|MQTT devices are silent, and BACnet ones behind it",
      OURS.S),
  SERVER_DOWN(
      Layer.SERVER, Aim.SERVER, NONE, "服务器停机|Server down|报文无人接收|nobody takes reports", OURS.S),
  CLOCK_SKEW(
      Layer.SERVER,
      Aim.LINK,
      grows("s", 300),
      "时钟偏差|Clock skew|源时间偏离|source times are off by it",
      OURS.S);

  private static final double MOST = 1e6;
  private final Layer layer;
  private final Aim aim;
  private final Scale scale;
  private final Name title;
  private final Name effect;
  private final String source;

  /** Where a fault sits. */
  public enum Layer {
    DEVICE,
    NETWORK,
    SERVER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a severity means.
   *
   * @param unit of it; {@code unit} stands for the point's own; empty if the kind has none
   * @param usual the published or customary one
   * @param grows true if a part of it makes sense, so that it may grow
   * @param least that makes sense
   * @param most that makes sense; of a share 100 %
   */
  public record Scale(String unit, double usual, boolean grows, double least, double most) {
    static final Scale NONE = new Scale("", 0, false, 0, 0);

    static Scale at(String unit, double usual) {
      return new Scale(unit, usual, false, least(unit), unit.equals("%") ? 100 : MOST);
    }

    static Scale grows(String unit, double usual) {
      return new Scale(unit, usual, true, least(unit), unit.equals("%") ? 100 : MOST);
    }

    /** Per cent by which something is more than usual. */
    static Scale rises(double usual) {
      return new Scale("%", usual, true, 0, MOST);
    }

    private static double least(String unit) {
      return switch (unit) {
        case "unit", "unit/h", "K", "s" -> -MOST;
        case "1/s" -> 0.01;
        default -> 0;
      };
    }

    /** True if the kind takes a severity. */
    public boolean isUsed() {
      return !unit.isEmpty();
    }

    boolean takes(double severity) {
      return severity >= least && severity <= most;
    }

    /** For people, such as 0 to 100 %. */
    Name range() {
      return new Name(
          plain(least) + " 至 " + plain(most) + " " + unit,
          plain(least) + " to " + plain(most) + " " + unit);
    }

    private static String plain(double x) {
      return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }
  }

  /** The words are title and effect, Chinese and English, apart by a bar. */
  FaultKind(Layer layer, Aim aim, Scale scale, String words, String source) {
    this.layer = layer;
    this.aim = aim;
    this.scale = scale;
    this.source = source;
    String[] four = words.split("\\|");
    title = new Name(four[0], four[1]);
    effect = new Name(four[2], four[3]);
  }

  /** In kebab case, as on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FaultKind> find(String word) {
    for (FaultKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public Layer layer() {
    return layer;
  }

  public Aim aim() {
    return aim;
  }

  public Scale scale() {
    return scale;
  }

  public Name title() {
    return title;
  }

  /** What it does, the label that a run carries. */
  public Name effect() {
    return effect;
  }

  /** Where name and usual severity come from. */
  public String source() {
    return source;
  }

  private static final class RTU {
    static final String S = "LBNL inventory, RTU table 2020";
  }

  private static final class OS {
    static final String S = "OpenStudio fault models (NREL)";
  }

  private static final class TOXI {
    static final String S = "Toxiproxy";
  }

  private static final class OURS {
    static final String S = "ours";
  }
}
