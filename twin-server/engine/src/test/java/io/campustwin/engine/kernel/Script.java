package io.campustwin.engine.kernel;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.Announcement;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.control.CommandTerms;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text in, text out: drives an engine with lines and shows what came of them as lines. Times are in seconds.
 *
 * <pre>
 * 1 sample L1.lamp.on true          2 submit c1 bob 8 L1.lamp.on true [expires=60] [deadline=9] [nowait]
 *                                     [persecond=2] [watts=4000] [scene=lesson: values apart by commas]
 * 3 ack c1.1 | refuse c1.1 | noanswer c1.1 | linkdown c1.1        4 slots L1.lamp.on 8=true 9=false
 * 5 link opcua [DEV-F1] up|retrying     6 tick     7 restart     8 seen T1.temp#1 bob comment
 * 9 shelve T1.temp bob reason 60 | unshelve T1.temp bob     10 out T1.temp bob reason | in T1.temp bob
 * 11 clear D1.detector.state#1 bob     12 drill fire D1.detector.state bob why     13 reset fire#1 bob
 * </pre>
 */
final class Script {
  private Engine engine;
  private final CampusModel model;
  private final Rules rules;
  private final List<String> log = new ArrayList<>();
  private boolean points;
  private boolean calls;

  Script(Rules rules) {
    this(TinyCampus.model(), rules);
  }

  Script(CampusModel model, Rules rules) {
    this.model = model;
    this.rules = rules;
    this.engine = Engine.of(model, rules);
  }

  /** Goes on with an engine that was recovered on the tiny campus. */
  Script(Engine engine, Rules rules) {
    this(rules);
    this.engine = engine;
  }

  static Script plain() {
    return new Script(Rules.none());
  }

  /** Also shows changes of points, which are left out otherwise. */
  Script showingPoints() {
    points = true;
    return this;
  }

  /** Also shows announcements and the raw events of alarms, which are left out otherwise. */
  Script showingCalls() {
    calls = true;
    return this;
  }

  Engine engine() {
    return engine;
  }

  /** Saves and restores in the middle. */
  Script reloaded() {
    engine = Engine.restore(model, rules, engine.save());
    return this;
  }

  /** Runs the lines and returns what they caused. */
  List<String> run(String lines) {
    log.clear();
    for (String line :
        lines.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
      for (Output output : engine.apply(input(line))) {
        show(output);
      }
    }
    return List.copyOf(log);
  }

  /** Applies an input that has no line, and returns what it caused. */
  List<String> apply(Input input) {
    log.clear();
    engine.apply(input).forEach(this::show);
    return List.copyOf(log);
  }

  static Input input(String line) {
    String[] words = line.split(" ");
    long now = Math.round(Double.parseDouble(words[0]) * 1000);
    return switch (words[1]) {
      case "sample" ->
        new Input.Samples(
            now,
            List.of(new Sample(
                PointId.of(words[2]),
                value(words[3]),
                words.length > 4 ? Quality.bad(Quality.Reason.DEVICE_FAULT) : Quality.GOOD,
                now,
                true)));
      case "submit" -> new Input.Submit(now, request(words));
      case "ack" -> written(now, words[2], WriteOutcome.Kind.ACKNOWLEDGED);
      case "refuse" -> written(now, words[2], WriteOutcome.Kind.REFUSED);
      case "noanswer" -> written(now, words[2], WriteOutcome.Kind.NO_ANSWER);
      case "linkdown" -> written(now, words[2], WriteOutcome.Kind.LINK_DOWN);
      case "slots" -> new Input.Slots(now, PointId.of(words[2]), slots(words));
      case "link" -> link(now, words);
      case "restart" -> new Input.Restart(now);
      case "seen" -> new Input.Acknowledge(now, words[2], words[3], words[4]);
      case "drill" -> new Input.Drill(now, words[2], PointId.of(words[3]), words[4], words[5]);
      case "reset" -> new Input.ResetRun(now, words[2], words[3]);
      case "tick" -> new Input.Tick(now);
      case "shelve", "unshelve", "out", "in", "clear" -> alarmWork(now, words);
      default -> throw new IllegalArgumentException("not a line: " + line);
    };
  }

  private static Input alarmWork(long now, String[] words) {
    return switch (words[1]) {
      case "shelve" ->
        new Input.Shelve(
            now, PointId.of(words[2]), words[3], words[4], Long.parseLong(words[5]) * 1000);
      case "unshelve" -> new Input.Unshelve(now, PointId.of(words[2]), words[3]);
      case "out" -> new Input.Service(now, PointId.of(words[2]), words[3], words[4], true);
      case "in" -> new Input.Service(now, PointId.of(words[2]), words[3], "", false);
      default -> new Input.Reset(now, words[2], words[3]);
    };
  }

  private static Input written(long now, String item, WriteOutcome.Kind kind) {
    return new Input.Written(now, item, WriteOutcome.of(kind, ""));
  }

  private static Input link(long now, String[] words) {
    boolean whole = words.length == 4;
    LinkState state = LinkState.valueOf(words[whole ? 3 : 4].toUpperCase(java.util.Locale.ROOT));
    AdapterKind adapter = AdapterKind.find(words[2]).orElseThrow();
    return new Input.Link(now, new LinkStatus(adapter, whole ? "" : words[3], state, now, ""));
  }

  private static CommandRequest request(String[] words) {
    long expires = 0;
    long deadline = 0;
    for (String word : words) {
      expires = word.startsWith("expires=") ? seconds(word) : expires;
      deadline = word.startsWith("deadline=") ? seconds(word) : deadline;
    }
    CommandTerms terms = terms(words);
    List<PointId> targets =
        List.of(words[5].split(",")).stream().map(PointId::of).toList();
    return new CommandRequest(
        words[2],
        words[3],
        targets,
        words[6].equals("null") || !terms.scene().isEmpty() ? null : value(words[6]),
        Integer.parseInt(words[4]),
        "why",
        expires,
        deadline,
        terms);
  }

  private static CommandTerms terms(String[] words) {
    int perSecond = 0;
    double watts = 0;
    String scene = "";
    boolean waits = true;
    for (String word : words) {
      perSecond = word.startsWith("persecond=") ? (int) seconds(word) / 1000 : perSecond;
      watts = word.startsWith("watts=") ? seconds(word) / 1000 : watts;
      scene = word.startsWith("scene=") ? word.substring(6) : scene;
      waits = waits && !word.equals("nowait");
    }
    List<Value> values = scene.isEmpty()
        ? List.of()
        : List.of(words[6].split(",")).stream().map(Script::value).toList();
    return new CommandTerms(scene, values, waits, perSecond, watts);
  }

  private static long seconds(String word) {
    return Long.parseLong(word.substring(word.indexOf('=') + 1)) * 1000;
  }

  private static List<DeviceSlot> slots(String[] words) {
    List<DeviceSlot> slots = new ArrayList<>();
    for (int i = 3; i < words.length; i++) {
      String[] pair = words[i].split("=");
      slots.add(new DeviceSlot(Integer.parseInt(pair[0]), value(pair[1])));
    }
    return slots;
  }

  private static Value value(String word) {
    if (word.equals("true") || word.equals("false")) {
      return Value.of(Boolean.parseBoolean(word));
    }
    return word.matches("-?[0-9.]+") ? Value.of(Double.parseDouble(word)) : Value.of(word);
  }

  private void show(Output output) {
    if (points) {
      output.eachPoint(state -> log.add(point(state)));
    }
    if (output instanceof Output.Write write) {
      log.add("write %s %s=%s @%d"
          .formatted(
              write.write().commandId(),
              write.write().point(),
              write.write().value(),
              write.write().priority()));
    } else if (output instanceof Output.CommandChanged changed) {
      log.add("%s %s %s"
          .formatted(
              changed.item().id(), changed.item().state().word(), changed.item().reason())
          .strip());
    } else if (output instanceof Output.AlarmChanged changed) {
      log.add(
          "alarm %s %s".formatted(changed.alarm().id(), changed.alarm().state().word()));
    } else if (output instanceof Output.LinkageChanged changed) {
      run(changed.run());
    } else if (calls) {
      showCalls(output);
    }
  }

  private void showCalls(Output output) {
    if (output instanceof Output.Announced announced) {
      Announcement call = announced.announcement();
      log.add("call %d %s %s %s %s"
          .formatted(
              call.number(),
              call.group(),
              call.origin().cause().word(),
              call.alarm(),
              call.origin().name())
          .strip());
    } else if (output instanceof Output.AlarmHappened happened
        && happened.event().kind() != AlarmEvent.Kind.STATE) {
      AlarmEvent event = happened.event();
      log.add("%d %s %s %s"
          .formatted(
              event.number(), event.kind().word(), event.point(), event.state().word()));
    }
  }

  private void run(LinkageRun run) {
    for (EffectRun effect : run.effects()) {
      log.add("run %s %s %s %s %s"
          .formatted(
              run.id(), effect.effect(), effect.target(), effect.outcome().word(), effect.reason())
          .strip());
    }
  }

  /** Such as {@code L1.lamp.on true good [8=true bob]}. */
  String point(String id) {
    return point(engine.snapshot().findPoint(PointId.of(id)).orElseThrow());
  }

  static String point(PointState state) {
    @Nullable Value value = state.value();
    StringBuilder text = new StringBuilder(state.id() + " " + value + " ");
    text.append(state.quality().level().word());
    if (!state.quality().isGood()) {
      text.append('(').append(state.quality().reason().word()).append(')');
    }
    for (Slot slot : state.slots()) {
      text.append(" [%d=%s %s]".formatted(slot.level(), slot.value(), slot.owner()));
    }
    return text.toString();
  }
}
