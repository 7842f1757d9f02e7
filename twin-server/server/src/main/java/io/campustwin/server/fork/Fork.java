package io.campustwin.server.fork;

import io.campustwin.engine.branch.Branch;
import io.campustwin.engine.branch.ChangePlan;
import io.campustwin.engine.branch.Difference;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Cutting;
import io.campustwin.engine.kernel.Snapshot;
import java.util.List;

/** One fork. Any thread: whoever asks waits until the one before is done. */
public final class Fork {
  private final String id;
  private final String owner;
  private final long origin;
  private final Branch branch;
  private long used;
  private int plans;

  /**
   * @param origin epoch ms of the live twin when it was cut
   * @param now epoch ms
   */
  Fork(String id, String owner, long origin, Branch branch, long now) {
    this.id = id;
    this.owner = owner;
    this.origin = origin;
    this.branch = branch;
    this.used = now;
  }

  public String id() {
    return id;
  }

  /** Who made it. */
  public String owner() {
    return owner;
  }

  /** Epoch ms at which it left the live twin. */
  public long origin() {
    return origin;
  }

  public synchronized Snapshot snapshot() {
    return branch.snapshot();
  }

  public synchronized String hash() {
    return branch.hash();
  }

  /** Takes a command and returns its items. */
  public synchronized List<CommandItem> submit(CommandRequest request) {
    branch.submit(request);
    return branch.snapshot().listCommandItems(request.id());
  }

  public synchronized void advance(long seconds) {
    branch.advance(branch.now() + seconds * 1_000);
  }

  /** What is otherwise here than in the live twin. */
  public synchronized Difference against(Cutting live) {
    return Difference.of(
        new Difference.Side(live.snapshot(), live.owed()),
        new Difference.Side(branch.snapshot(), branch.owed()));
  }

  /** The commands that make the live twin's slots as they are here, with an id no plan had before. */
  public synchronized ChangePlan plan(Cutting live) {
    plans++;
    return ChangePlan.of(id + "-" + plans, against(live));
  }

  synchronized void use(long now) {
    used = now;
  }

  /** Epoch ms at which it goes if nobody uses it. */
  public synchronized long expires() {
    return used + ForkDesk.IDLE_MILLIS;
  }
}
