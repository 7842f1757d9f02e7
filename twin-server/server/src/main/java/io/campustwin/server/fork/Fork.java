package io.campustwin.server.fork;

import io.campustwin.engine.branch.Branch;
import io.campustwin.engine.branch.ChangePlan;
import io.campustwin.engine.branch.Difference;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Cutting;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.rule.Rules;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One fork. Any thread: whoever asks waits until the one before is done; how far a run is can be seen at any time. */
public final class Fork {
  private final String id;
  private final String owner;
  private final Origin origin;
  private final Branch branch;
  private volatile Shown shown;
  private volatile @Nullable Run run;
  private @Nullable Outlook outlook;
  private volatile long used;
  private int plans;

  /** The live twin when a fork left it. */
  public record Origin(Cutting cutting, Rules rules) {
    /** A branch that begins there; each is a twin of the others. */
    public Branch grow() {
      return new Branch(cutting.grow(rules));
    }

    Snapshot snapshot() {
      return cutting.snapshot();
    }
  }

  private record Shown(Snapshot snapshot, String hash) {}

  /** @param now epoch ms */
  Fork(String id, String owner, Origin origin, Branch branch, long now) {
    this.id = id;
    this.owner = owner;
    this.origin = origin;
    this.branch = branch;
    this.used = now;
    this.shown = new Shown(branch.snapshot(), branch.hash());
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
    return origin.snapshot().time();
  }

  /** As it was after the last thing that was done with it. */
  public Snapshot snapshot() {
    return shown.snapshot();
  }

  public String hash() {
    return shown.hash();
  }

  /** The live twin when it was cut. */
  Snapshot start() {
    return origin.snapshot();
  }

  private void show() {
    shown = new Shown(branch.snapshot(), branch.hash());
  }

  /** Takes a command and returns its items. */
  public synchronized List<CommandItem> submit(CommandRequest request) {
    branch.submit(request);
    show();
    return branch.snapshot().listCommandItems(request.id());
  }

  /** Other rules, already checked, hold in the fork from now on. */
  public synchronized void rules(SortedMap<String, String> texts) {
    branch.rules(texts);
    show();
  }

  public synchronized void advance(long seconds) {
    branch.advance(branch.now() + seconds * 1_000);
    show();
  }

  /** The run under way, or the last one. */
  public Optional<Run> run() {
    return Optional.ofNullable(run);
  }

  /** True if a run is under way, so that nothing else can be done. */
  public boolean isRunning() {
    Run last = run;
    return last != null && last.state() == Run.State.RUNNING;
  }

  /** Marks a run as under way; false if there is one already. */
  public synchronized boolean begin(Run next) {
    if (isRunning()) {
      return false;
    }
    run = next;
    return true;
  }

  void at(Run now) {
    run = now;
  }

  /** Lets a world run on in it; on the thread of the desk. */
  synchronized Outlook grow(Outlook.Setting setting) {
    Outlook made = Outlook.of(setting, origin, branch);
    outlook = made;
    return made;
  }

  synchronized void forward(Outlook of, Run.Ask ask, Run.Progress progress) {
    try {
      of.advance(ask, progress);
    } finally {
      show();
    }
  }

  /** The run of its world; empty if there was none. */
  public synchronized Optional<Outlook> findOutlook() {
    return Optional.ofNullable(outlook);
  }

  /** What is otherwise here than in the live twin. */
  public synchronized Difference against(Cutting live) {
    return Difference.of(new Difference.Side(live.snapshot(), live.owed()), side());
  }

  /** The fork as one side of a difference. */
  public synchronized Difference.Side side() {
    return new Difference.Side(branch.snapshot(), branch.owed());
  }

  /** The commands that make the live twin's slots as they are here, with an id no plan had before. */
  public synchronized ChangePlan plan(Cutting live) {
    plans++;
    return ChangePlan.of(id + "-" + plans, against(live));
  }

  void use(long now) {
    used = now;
  }

  /** Epoch ms at which it goes if nobody uses it. */
  public long expires() {
    return used + ForkDesk.IDLE_MILLIS;
  }
}
