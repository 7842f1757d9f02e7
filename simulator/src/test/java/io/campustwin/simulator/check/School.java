package io.campustwin.simulator.check;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Selector;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.fire.FireController;
import io.campustwin.simulator.fire.FireController.Turns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A bundled school, changed by lines of text:
 *
 * <pre>
 * drop effect sounders           of the fire linkage
 * drop equipment A3-COR-SO1
 * drop interlock lights-stay
 * add lights-out                 the fire linkage switches the lights of the building off
 * stuck A1-ST1-AD1               it acknowledges and does not move
 * broken A2-COR-CA1              it is out of order from the fire on
 * controller burst 6             seconds; or message, pressurisation, light
 * </pre>
 */
record School(
    CampusModel model, Rules rules, FireController.Rule controller, Map<String, FaultKind> faults) {
  static School of(String name) {
    CampusFiles files = BundledCampus.find(name).orElseThrow();
    CampusModel model = Objects.requireNonNull(CampusReader.read(files).model());
    Rules rules = RulesReader.read(files, model).rules();
    return new School(model, rules, FireController.Rule.USUAL, Map.of());
  }

  School with(String line) {
    String[] words = line.split(" ");
    return switch (words[0] + (words[0].equals("drop") ? " " + words[1] : "")) {
      case "drop effect" -> with(effects(effect -> !effect.id().equals(words[2]), List.of()));
      case "drop equipment" -> without(words[2]);
      case "drop interlock" -> withoutInterlock(words[2]);
      case "add" -> with(effects(effect -> true, List.of(lightsOut())));
      case "stuck" -> with(words[1], FaultKind.ACTUATOR_STUCK);
      case "broken" -> with(words[1], FaultKind.OUT_OF_SERVICE);
      case "controller" -> with(words[1], 1000L * Integer.parseInt(words[2]));
      default -> throw new IllegalArgumentException(line);
    };
  }

  private School with(Rules other) {
    return new School(model, other, controller, faults);
  }

  private School with(String piece, FaultKind kind) {
    if (model.findEquipment(piece).isEmpty()) {
      throw new IllegalArgumentException("no equipment " + piece);
    }
    Map<String, FaultKind> more = new LinkedHashMap<>(faults);
    more.put(piece, kind);
    return new School(model, rules, controller, more);
  }

  private Rules effects(java.util.function.Predicate<Effect> kept, List<Effect> added) {
    return rules.withLinkages(rules.linkages().stream()
        .map(one -> one.id().equals("fire") ? changed(one, kept, added) : one)
        .toList());
  }

  private static Linkage changed(
      Linkage linkage, java.util.function.Predicate<Effect> kept, List<Effect> added) {
    List<Effect> effects =
        new ArrayList<>(linkage.effects().stream().filter(kept).toList());
    effects.addAll(added);
    if (effects.equals(linkage.effects())) {
      throw new IllegalArgumentException("no such effect in " + linkage.id());
    }
    return new Linkage(linkage.id(), linkage.name(), linkage.cause(), effects);
  }

  private static Effect lightsOut() {
    return new Effect(
        "lights-out",
        new Name("切断照明", "Lights out"),
        EffectRun.By.PLATFORM,
        Effect.Where.SAME_BUILDING,
        new Selector("lighting-group", "", "group.state"),
        Value.of(false),
        2,
        0,
        10_000,
        1,
        0,
        Effect.Until.RESET,
        600_000);
  }

  private School withoutInterlock(String id) {
    return with(new Rules(
        rules.linkages(),
        rules.schedules(),
        rules.interlocks().stream().filter(one -> !one.id().equals(id)).toList(),
        rules.scenes()));
  }

  private School without(String piece) {
    if (model.findEquipment(piece).isEmpty()) {
      throw new IllegalArgumentException("no equipment " + piece);
    }
    CampusModel less = new CampusModel(
        model.campus(),
        model.kinds(),
        model.equipment().stream().filter(one -> !one.id().equals(piece)).toList(),
        model.points().stream().filter(one -> !one.equipment().equals(piece)).toList(),
        model.relations().stream().filter(one -> !one.from().equals(piece)).toList(),
        model.facts());
    return new School(less, rules, controller, faults);
  }

  private School with(String figure, long millis) {
    Turns turns = controller.turns();
    FireController.Rule other = new FireController.Rule(
        controller.callPointAlone(),
        controller.sounder(),
        controller.door(),
        controller.exhaust(),
        figure.equals("light") ? millis : controller.light(),
        figure.equals("pressurisation") ? millis : controller.pressurisation(),
        controller.lift(),
        new Turns(
            figure.equals("burst") ? millis : turns.burst(),
            figure.equals("message") ? millis : turns.message()));
    return new School(model, rules, other, faults);
  }
}
