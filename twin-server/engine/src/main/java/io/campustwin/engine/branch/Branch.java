package io.campustwin.engine.branch;

import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.OutputHash;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.signal.PointId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A fork of the twin on a clock of its own. It begins as its origin, shares what neither has changed since, takes
 * commands, and lets time pass: schedules, expiries, delays, deadlines. Nothing of it reaches a device; its field is
 * {@link HeldField}, so that values change only by commands, schedules and linkages, until {@link #live} gives it another
 * one with physics. One thread at a time.
 *
 * <p>Cost: a virtual second is one tick, linear in the points.
 */
public final class Branch {
  private final Engine engine;
  private BranchField field;
  private Consumer<List<Output>> listener = outputs -> {};
  private final OutputHash hash = new OutputHash();
  private Snapshot snapshot;

  /** @param engine grown from a cutting; the branch's own from now on */
  public Branch(Engine engine) {
    this.engine = engine;
    this.snapshot = engine.snapshot();
    this.field = new HeldField(() -> snapshot);
  }

  /** The branch as it is now, frozen. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** Epoch ms on the branch's clock. */
  public long now() {
    return engine.now();
  }

  /** Of everything that happened in the branch: the same steps from the same cutting give the same. */
  public String hash() {
    return hash.hex();
  }

  /** Takes a command now, and what its devices acknowledge at once. */
  public void submit(CommandRequest request) {
    apply(new Input.Submit(engine.now(), request));
  }

  /** Other rules hold from now on, already checked; see {@link Input.NewRules}. */
  public void rules(SortedMap<String, String> texts) {
    apply(new Input.NewRules(engine.now(), texts));
  }

  /** Another field from now on; what the one before had taken and not shown goes to it. */
  public void live(BranchField next) {
    List<Output.Write> pending = field.pending();
    field = next;
    pending.forEach(next::take);
  }

  /** Hands on everything that happens from now on. */
  public void listen(Consumer<List<Output>> to) {
    listener = to;
  }

  /** Lets time pass at the pace of the field, second by second or slower, up to {@code time}, epoch ms; a time gone by changes nothing. */
  public void advance(long time) {
    long next = field.tick(engine.now());
    while (next <= time) {
      devices(next);
      apply(new Input.Tick(next));
      next = field.tick(next);
    }
    if (engine.now() < time) {
      devices(time);
      apply(new Input.Tick(time));
    }
  }

  private void devices(long time) {
    for (List<Input> said = field.next(time); said != null; said = field.next(time)) {
      said.forEach(this::apply);
    }
    Input round = field.round(time);
    if (round != null) {
      apply(round);
    }
  }

  private void apply(Input input) {
    Deque<Input> inputs = new ArrayDeque<>();
    inputs.add(input);
    while (!inputs.isEmpty()) {
      List<Output> outputs = engine.apply(inputs.remove());
      hash.add(outputs);
      listener.accept(outputs);
      snapshot = engine.snapshot();
      for (Output output : outputs) {
        if (output instanceof Output.Write write) {
          inputs.add(field.take(write));
        }
      }
    }
  }

  /** Targets that schedules still owe a value, by schedule. */
  public Map<String, List<PointId>> owed() {
    return engine.cut().owed();
  }
}
