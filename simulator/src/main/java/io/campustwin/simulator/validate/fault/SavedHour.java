package io.campustwin.simulator.validate.fault;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.signal.Sample;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.smoke.Growth;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Finding.Measured;
import io.campustwin.simulator.world.Happening;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A world is saved after an hour, with a classroom that has burnt for three minutes and reports on their way, and goes on
 * for another hour beside the one that was never stopped: every report, and the whole state each minute, must be equal to
 * the bit.
 */
final class SavedHour {
  static final String CASE = "world-save";
  private static final int HOUR = 3600;
  private static final int FIRE = 180;

  private SavedHour() {}

  static List<Finding> on(CampusModel model) {
    long lesson = Drill.Start.LESSON.millis();
    WorldOptions options = WorldOptions.of(7, lesson);
    World world = World.of(model, options);
    pass(world, HOUR - FIRE);
    world.faults().inject(FaultKind.LINK_DELAY, AdapterKind.MQTT.word(), 0, 4000);
    Space room = model.campus().spaces().stream()
        .filter(space -> space.kind() == SpaceKind.CLASSROOM)
        .findFirst()
        .orElseThrow();
    world.happen(new Happening.Fire(room.id(), Growth.FAST));
    pass(world, FIRE);
    World restored = World.restore(model, options, world.save());
    Measured other = new Measured("s of an hour that went otherwise", apart(world, restored), "");
    return List.of(Finding.within(CASE, other, 0, 0, "ours"));
  }

  private static void pass(World world, int seconds) {
    for (int i = 0; i < seconds; i++) {
      second(world);
    }
  }

  private static List<Sample> second(World world) {
    List<Sample> due = new ArrayList<>();
    world.step(world.now() + 1000);
    world.due(world.now(), due::add);
    return due;
  }

  private static int apart(World one, World other) {
    int count = 0;
    for (int i = 0; i < HOUR; i++) {
      boolean same = second(one).equals(second(other));
      if (i % 60 == 59) {
        same &= Arrays.equals(one.save(), other.save());
      }
      count += same ? 0 : 1;
    }
    return count;
  }
}
