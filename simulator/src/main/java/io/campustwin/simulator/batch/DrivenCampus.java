package io.campustwin.simulator.batch;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.rule.Rules;
import io.campustwin.simulator.scenario.FieldLoop;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A campus under its own schedules and linkages on virtual time: the live engine against the world, through the loopback.
 * Time strides from minute to minute while nothing is commanded; while commands are under way it goes second by second, so
 * that each is read back and confirmed as on a real day. Same model, rules, options and calls: same world. One thread.
 */
public final class DrivenCampus {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long PATIENCE = 30 * SECOND;
  private final World world;
  private final Engine engine;
  private final FieldLoop field;
  private final Consumer<Output> listener;
  private final Set<String> open = new TreeSet<>();
  private long lastWrite;

  /**
   * @param listener hears everything the engine says, in order
   */
  public DrivenCampus(
      CampusModel model, Rules rules, WorldOptions options, Consumer<Output> listener) {
    this.listener = listener;
    world = World.of(model, options);
    engine = Engine.of(model, rules);
    field = new FieldLoop(model, world, options.seed(), this::apply);
  }

  public World world() {
    return world;
  }

  /** Lets the engine see the world for the first time; once, before time passes. */
  public void begin() {
    control();
  }

  /** Up to the next full minute: by seconds while commands are under way, then in one stride. */
  public void minute() {
    long next = (world.now() / MINUTE + 1) * MINUTE;
    while (world.now() < next && !open.isEmpty() && world.now() < lastWrite + PATIENCE) {
      second();
    }
    if (world.now() < next) {
      world.stride();
      control();
    }
  }

  /** One second of world and engine. */
  public void second() {
    long now = world.now() + SECOND;
    world.step(now);
    field.show();
    apply(new Input.Tick(now));
    field.deliver(now + SECOND);
  }

  /** Hands the engine a command of its owner's; it takes its way through the field from now on. */
  public void submit(CommandRequest request) {
    apply(new Input.Submit(world.now(), request));
  }

  /** Between strides the reports arrive first and half a second later the engine looks at its schedules. */
  private void control() {
    long now = world.now();
    field.show();
    field.deliver(now + SECOND / 2);
    apply(new Input.Tick(now + SECOND / 2));
    field.deliver(now + SECOND);
  }

  private void apply(Input input) {
    for (Output output : engine.apply(input)) {
      if (output instanceof Output.Write write) {
        lastWrite = write.now();
        field.send(write, this::apply);
      } else if (output instanceof Output.CommandChanged changed) {
        follow(changed.item());
      }
      listener.accept(output);
    }
  }

  private void follow(CommandItem item) {
    if (item.state().isFinal()) {
      open.remove(item.id());
    } else {
      open.add(item.id());
    }
  }
}
