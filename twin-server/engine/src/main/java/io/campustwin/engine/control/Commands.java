package io.campustwin.engine.control;

import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.limit.PowerUse;
import io.campustwin.engine.interlock.Interlocks;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where commands are taken: check, slot, write. What becomes of a write afterwards is {@link Confirmation}'s.
 *
 * <p>A device with a priority array of its own (BACnet) gets every change of a slot. Any other gets only the effective
 * value when a command decides it; a command below a stronger slot keeps its slot but ends superseded
 * (held-by-higher-priority), naming the holder. An item that surely did not reach the device (refused, link down,
 * deadline) puts back what was in the slot before; one whose fate is not known (no answer, no read-back, restart) keeps
 * its slot. Nothing is ever sent twice.
 *
 * <p>A staggered command's items are accepted at once and sent in target order, as its {@link CommandTerms} allow, by
 * the passing of time. Those that wait go on after a restart, for they never reached the field, until their deadline.
 */
public final class Commands {
  /** Deadline of a command that brings none, ms after it came. */
  public static final long DEFAULT_DEADLINE = 30_000;

  /** The same for items that wait because their command is staggered. */
  public static final long STAGGER_DEADLINE = 600_000;

  private final PointTable points;
  private final PowerUse power;
  private final ControlEvents events;
  private final PriorityArrays arrays;
  private final Ledger ledger;
  private final Confirmation confirmation;
  private final Placer placer;
  private final Waiting waiting = new Waiting();
  private Interlocks interlocks = Interlocks.NONE;
  private long now;

  public Commands(PointTable points, ControlEvents events, PowerUse power) {
    this(points, events, power, new Kept(new PriorityArrays(), new Ledger(), new Flights()));
  }

  private Commands(PointTable points, ControlEvents events, PowerUse power, Kept kept) {
    this.points = points;
    this.events = events;
    this.power = power;
    this.arrays = kept.arrays();
    this.ledger = kept.ledger();
    this.confirmation = new Confirmation(points, events, arrays, ledger, kept.flights());
    this.placer = new Placer(points, events, arrays, ledger, confirmation, this::submitNow);
  }

  private record Kept(PriorityArrays arrays, Ledger ledger, Flights flights) {}

  public Ledger ledger() {
    return ledger;
  }

  /** The field's answers and reports are handed to it. */
  public Confirmation confirmation() {
    return confirmation;
  }

  /** From now on every command is put to these before it takes its slot. */
  public void guard(Interlocks guards) {
    interlocks = guards;
  }

  /** Takes a command; one whose id is known already changes nothing. */
  public void submit(CommandRequest request, long at) {
    now = at;
    submitNow(request);
  }

  private void submitNow(CommandRequest request) {
    if (ledger.knows(request.id())) {
      return;
    }
    long first = open(request);
    int count = request.targets().size();
    if (request.terms().staggers()) {
      queue(request, first);
      advance();
    } else {
      for (int i = 0; i < count; i++) {
        place(request, first + i);
      }
    }
    ledger.trim();
  }

  private long open(CommandRequest request) {
    long first = ledger.open(request.id(), request.targets().size());
    int count = 0;
    for (PointId target : request.targets()) {
      Value value = request.value(count);
      String item = request.id() + "." + ++count;
      Map<CommandState, Long> times = Map.of(CommandState.REQUESTED, now);
      ledger.append(new CommandItem(
          item,
          request.id(),
          request.owner(),
          target,
          value,
          request.priority(),
          CommandState.REQUESTED,
          "",
          "",
          times));
    }
    return first;
  }

  /** Accepts the items of a staggered command without sending any. */
  private void queue(CommandRequest request, long first) {
    long deadline = request.deadline() == 0 ? now + STAGGER_DEADLINE : request.deadline();
    List<Long> accepted = new ArrayList<>();
    for (int i = 0; i < request.targets().size(); i++) {
      Placer.Placement placement = admit(request, first + i);
      if (placement != null) {
        supersedeWaiting(placement);
        events.changed(ledger.enter(first + i, CommandState.ACCEPTED, CommandReason.NONE, "", now));
        accepted.add(first + i);
      }
    }
    waiting.open(request, deadline).indexes.addAll(accepted);
  }

  /** Sends of what waits as much as may start now. */
  private void advance() {
    for (Waiting.Line line : waiting.lines()) {
      while (!line.indexes.isEmpty() && mayStart(line, line.indexes.getFirst())) {
        long index = line.indexes.removeFirst();
        Placer.Placement placement = line.deadline > now ? admit(line.request, index) : null;
        if (placement != null) {
          placer.place(placement);
        } else if (line.deadline <= now) {
          events.changed(
              ledger.enter(index, CommandState.EXPIRED, CommandReason.DEADLINE_PASSED, "", now));
        }
      }
    }
  }

  /** Whether the budget allows it; what cannot be carried out any more is not held up. */
  private boolean mayStart(Waiting.Line line, long index) {
    CommandItem item = ledger.get(index);
    int handle = points.directory().find(item.point());
    if (handle < 0 || line.deadline <= now) {
      return true;
    }
    Point point = points.directory().point(handle);
    Value value = item.value();
    double rise = value == null ? 0 : power.rise(point, points.value(handle), value);
    if (!line.budget.allows(rise, now)) {
      return false;
    }
    line.budget.spend(rise, point.template().settleMillis(), now);
    return true;
  }

  /** A newer item for the same slot: what waits for it will not be sent any more. */
  private void supersedeWaiting(Placer.Placement newer) {
    String id = ledger.get(newer.index()).id();
    List<Long> overtaken = waiting.remove(index -> {
      CommandItem item = ledger.get(index);
      return item.priority() == newer.level()
          && item.point().equals(newer.point().id());
    });
    for (long index : overtaken) {
      events.changed(
          ledger.enter(index, CommandState.SUPERSEDED, CommandReason.NEWER_COMMAND, id, now));
    }
  }

  /** Time passes: slots past their end are given up by commands named {@code expiry:<item>}. */
  public void tick(long at) {
    now = at;
    for (PriorityArrays.Ended ended : arrays.takeEnded(now)) {
      Slot slot = ended.slot();
      confirmation.endBySlot(ended.handle(), slot, now);
      submitNow(new CommandRequest(
          "expiry:" + slot.commandId(),
          slot.owner(),
          List.of(points.directory().id(ended.handle())),
          null,
          slot.level(),
          slot.reason(),
          0,
          0));
    }
    confirmation.tick(now);
    advance();
  }

  private void place(CommandRequest request, long index) {
    Placer.Placement placement = admit(request, index);
    if (placement != null) {
      supersedeWaiting(placement);
      ledger.enter(index, CommandState.ACCEPTED, CommandReason.NONE, "", now);
      placer.place(placement);
    }
  }

  /** The item ready to be placed; null if it cannot be carried out, and then it is rejected. */
  private Placer.@Nullable Placement admit(CommandRequest request, long index) {
    CommandItem item = ledger.get(index);
    int handle = points.directory().find(item.point());
    Point point = handle < 0 ? null : points.directory().point(handle);
    CommandReason reason = CommandCheck.of(point, item.value(), request, now);
    if (reason == CommandReason.NONE && point != null && placer.isSpent(item, point, handle, now)) {
      reason = CommandReason.RATE_LIMITED;
    }
    if (reason != CommandReason.NONE || point == null) {
      return reject(index, reason, CommandCheck.detail(reason, point));
    }
    Optional<String> lock =
        interlocks.verdict(point, item.value(), request.owner(), request.priority());
    return lock.isPresent()
        ? reject(index, CommandReason.INTERLOCKED, lock.get())
        : new Placer.Placement(request, index, handle, point, now);
  }

  private Placer.@Nullable Placement reject(long index, CommandReason reason, String detail) {
    events.changed(ledger.enter(index, CommandState.REJECTED, reason, detail, now));
    return null;
  }

  public void save(ByteWriter out) {
    ledger.save(out);
    arrays.save(out);
    confirmation.save(out);
    placer.save(out);
    waiting.save(out);
  }

  public static Commands restore(
      PointTable points, ControlEvents events, PowerUse power, ByteReader in) {
    Ledger ledger = Ledger.restore(in);
    PriorityArrays arrays = PriorityArrays.restore(points.directory(), in);
    Flights flights = Flights.restore(points.directory(), ledger, in);
    Commands commands = new Commands(points, events, power, new Kept(arrays, ledger, flights));
    commands.placer.restore(in);
    commands.waiting.restore(in, ledger);
    commands.confirmation.showAllSlots();
    return commands;
  }
}
