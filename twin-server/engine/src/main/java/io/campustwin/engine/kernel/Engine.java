package io.campustwin.engine.kernel;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.alarm.AlarmBook;
import io.campustwin.engine.alarm.Hold;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.control.Commands;
import io.campustwin.engine.control.Schedules;
import io.campustwin.engine.interlock.InterlockBook;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.LinkageEvents;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.linkage.Linkages;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.state.Band;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.engine.state.StateBatch;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * The twin itself: state, alarms, commands, linkages and schedules of one campus. Pure and deterministic: the same
 * inputs in the same order give the same outputs to the last bit. Time is what the inputs say and never goes backwards.
 * One thread; everybody else reads {@link #snapshot()}.
 *
 * <p>Cost: a report by handle is a few array writes; its listeners look at it only when it leaves the band of numbers that
 * they agreed on. A snapshot copies one pointer per 16 points, per 64
 * commands and per open alarm, and the 512 bytes of every 16 points of which one was written since the last. Saving is
 * linear in all that is kept.
 */
public final class Engine {
  private static final int SAVE_VERSION = 3;

  /** Reports whose rows are fetched together. */
  private static final int FETCHED = 128;

  private final PointTable points;
  private final Outbox outbox;
  private final Field field;
  private final Commands commands;
  private final AlarmBook alarms;
  private final Linkages linkages;
  private final InterlockBook interlocks;
  private final CampusModel model;
  private final Cutting.Plans plans;
  private final UnjournaledMarks unjournaled = new UnjournaledMarks();
  private final ObjIntConsumer<Band> listeners = this::narrow;
  private Schedules schedules;
  private Rules rules;
  private SortedMap<String, String> ruleTexts = Collections.emptySortedMap();
  private long now;
  private long sequence;

  private Engine(
      Cutting.Plans plans, Rules rules, PointTable points, Outbox outbox, Commands commands) {
    this.plans = plans;
    this.model = plans.model();
    this.rules = rules;
    this.points = points;
    this.outbox = outbox;
    this.commands = commands;
    this.field = new Field(points, outbox);
    this.alarms = new AlarmBook(plans.alarms(), points, outbox);
    this.schedules = new Schedules(rules.schedules(), points, this::command);
    this.linkages = new Linkages(plans.linkages(), rules.linkages(), points, new Linked());
    this.interlocks = new InterlockBook(rules.interlocks(), linkages.holders());
    commands.guard(interlocks);
    outbox.onCommand(linkages::changed);
  }

  /** A twin that has heard nothing yet. */
  public static Engine of(CampusModel model, Rules rules) {
    PointTable points = PointTable.of(model);
    Outbox outbox = new Outbox(points);
    Cutting.Plans plans = Cutting.Plans.of(model, points);
    Commands commands = new Commands(points, outbox, plans.power());
    return new Engine(plans, rules, points, outbox, commands);
  }

  /** Applies one input and returns what it causes, in order. */
  public List<Output> apply(Input input) {
    now = Math.max(now, input.now());
    sequence++;
    outbox.begin(now);
    if (!fromField(input) && !fromPeople(input)) {
      fromClock(input);
    }
    linkages.flush(now);
    return outbox.take();
  }

  private boolean fromField(Input input) {
    if (input instanceof Input.Samples samples) {
      report(ReportBatch.of(points.directory(), samples.samples()));
    } else if (input instanceof Input.Reports reports) {
      report(reports.reports());
    } else if (input instanceof Input.Written written) {
      commands.confirmation().written(written.commandItem(), written.outcome(), now);
    } else if (input instanceof Input.Slots slots) {
      commands.confirmation().readBack(slots.point(), slots.slots(), now);
    } else if (input instanceof Input.Link link) {
      alarms.link(link.status(), now);
      field.link(link.status());
    } else {
      return false;
    }
    return true;
  }

  private boolean fromPeople(Input input) {
    if (input instanceof Input.Submit submit) {
      commands.submit(submit.request(), now);
    } else if (input instanceof Input.Acknowledge seen) {
      alarms.acknowledge(seen.alarm(), seen.user(), seen.comment(), now);
    } else {
      return alarmWork(input) || aboutLinkages(input);
    }
    return true;
  }

  private boolean alarmWork(Input input) {
    if (input instanceof Input.Reset reset) {
      alarms.reset(reset.alarm(), reset.user(), now);
    } else if (input instanceof Input.Shelve shelve) {
      alarms.shelve(shelve.point(), shelve.user(), shelve.reason(), shelve.until(), now);
    } else if (input instanceof Input.Unshelve unshelve) {
      alarms.release(unshelve.point(), Hold.Kind.SHELVED, now);
    } else if (input instanceof Input.Service service && service.out()) {
      alarms.takeOut(service.point(), service.user(), service.reason(), now);
    } else if (input instanceof Input.Service service) {
      alarms.release(service.point(), Hold.Kind.OUT_OF_SERVICE, now);
    } else {
      return false;
    }
    return true;
  }

  private boolean aboutLinkages(Input input) {
    if (input instanceof Input.NewRules texts) {
      replaceRules(texts.texts());
    } else if (input instanceof Input.Drill drill) {
      LinkageRun.Drill who = new LinkageRun.Drill(drill.user(), drill.reason());
      linkages.drill(drill.linkage(), drill.cause(), who, interlocks, now);
    } else if (input instanceof Input.ResetRun reset) {
      linkages.reset(reset.run(), now);
    } else {
      return false;
    }
    return true;
  }

  /** The rules of these texts from now on; what has a fault is left out, as at a start. */
  private void replaceRules(SortedMap<String, String> texts) {
    ruleTexts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    rules = RulesReader.read(texts, model).rules();
    ByteWriter turns = new ByteWriter();
    schedules.save(turns);
    schedules = new Schedules(rules.schedules(), points, this::command);
    schedules.restore(new ByteReader(turns.toBytes()));
    interlocks.replace(rules.interlocks());
    linkages.replace(rules.linkages());
  }

  private void fromClock(Input input) {
    if (input instanceof Input.Tick) {
      tick();
    } else if (input instanceof Input.SentUnjournaled sent) {
      unjournaled.add(sent.commandItems(), now);
    } else if (input instanceof Input.Restart) {
      field.restart();
      commands.confirmation().restart(now);
    }
  }

  /** The twin as it is now, frozen. */
  public Snapshot snapshot() {
    return new FrozenSnapshot(
        now,
        sequence,
        points.freeze(),
        commands.ledger().freeze(),
        alarms.freeze(),
        linkages.freeze(),
        rules,
        ruleTexts,
        unjournaled.list());
  }

  /** Epoch ms of the newest input. */
  public long now() {
    return now;
  }

  /** Inputs applied since the data folder began. */
  public long sequence() {
    return sequence;
  }

  /**
   * True if points were given handles that no stored state knows. Records name points by handle, so the state must be
   * stored before the first of them.
   */
  public boolean hasNewPoints() {
    return points.hasNewPoints();
  }

  /** Everything, as versioned bytes for {@link #restore}. */
  public byte[] save() {
    ByteWriter out = new ByteWriter().u8(SAVE_VERSION).whole(now).count(sequence);
    RuleRecords.texts(out, ruleTexts);
    points.save(out);
    saveRest(out);
    return out.toBytes();
  }

  /** A cutting of this moment: pointers to the points' rows, bytes of everything else. On the writer's thread. */
  public Cutting cut() {
    ByteWriter rest = new ByteWriter();
    saveRest(rest);
    Cutting.Plans inForce =
        new Cutting.Plans(model, plans.alarms(), plans.power(), linkages.plan());
    Cutting.Shared shared = new Cutting.Shared(inForce, points.fork());
    return new Cutting(snapshot(), schedules.listOwed(), shared, rest.toBytes());
  }

  private void saveRest(ByteWriter out) {
    commands.save(out);
    alarms.save(out);
    linkages.save(out);
    schedules.save(out);
    unjournaled.save(out);
  }

  /**
   * The engine that {@link #save} wrote, fitted to a model and rules that may have been edited since: points keep their
   * handles, new ones get new ones. Rules that came in by an input are kept; those given here count only if none did.
   *
   * @throws BadBytes if the bytes are damaged or of an unknown version
   */
  public static Engine restore(CampusModel model, Rules rules, byte[] saved) {
    ByteReader in = new ByteReader(saved);
    int version = in.u8();
    if (version != SAVE_VERSION) {
      throw new BadBytes("saved by version " + version + "; this program reads " + SAVE_VERSION);
    }
    long now = in.whole();
    long sequence = in.count();
    SortedMap<String, String> texts = RuleRecords.texts(in);
    Rules last = texts.isEmpty() ? rules : RulesReader.read(texts, model).rules();
    PointTable points = PointTable.restore(model, in);
    Engine engine = restore(Cutting.Plans.of(model, points), last, points, in);
    engine.ruleTexts = texts;
    engine.now = now;
    engine.sequence = sequence;
    return engine;
  }

  /** An engine of its own that begins as the cutting; the rows are shared until one of both writes them. */
  static Engine grow(Rules rules, Cutting cutting) {
    ByteReader in = new ByteReader(cutting.rest());
    SortedMap<String, String> texts = cutting.snapshot().ruleTexts();
    Rules last = texts.isEmpty() ? rules : cutting.snapshot().rules();
    Cutting.Shared from = cutting.shared();
    Engine engine = restore(from.plans(), last, from.points().fork(), in);
    engine.ruleTexts = texts;
    engine.now = cutting.snapshot().time();
    engine.sequence = cutting.snapshot().sequence();
    return engine;
  }

  private static Engine restore(
      Cutting.Plans plans, Rules rules, PointTable points, ByteReader in) {
    Outbox outbox = new Outbox(points);
    Commands commands = Commands.restore(points, outbox, plans.power(), in);
    Engine engine = new Engine(plans, rules, points, outbox, commands);
    engine.alarms.restore(in);
    engine.linkages.restore(in);
    engine.schedules.restore(in);
    engine.unjournaled.restore(in);
    in.done();
    return engine;
  }

  private void report(ReportBatch batch) {
    StateBatch states = outbox.states(batch);
    for (int from = 0; from < batch.size(); from += FETCHED) {
      int to = Math.min(from + FETCHED, batch.size());
      if (points.fetch(batch, from, to) > 0) {
        report(batch, from, to, states);
      }
    }
  }

  private void report(ReportBatch batch, int from, int to, StateBatch states) {
    for (int i = from; i < to; i++) {
      if (points.report(batch, i, now, states)) {
        heard(batch.handle(i));
      }
    }
  }

  /** Tells of a report that is news to somebody, and has them agree on what will be none. */
  private void heard(int handle) {
    commands.confirmation().reported(handle, now);
    alarms.reported(handle, now);
    linkages.reported(handle, now);
    points.agree(handle, listeners);
  }

  private void narrow(Band band, int handle) {
    commands.confirmation().narrow(handle, band);
    alarms.narrow(handle, band);
    linkages.narrow(handle, band);
  }

  private void command(CommandRequest request) {
    commands.submit(request, now);
  }

  /** Linkages speak to the ledger and to the outbox. */
  private final class Linked implements LinkageEvents {
    @Override
    public void submit(CommandRequest request) {
      command(request);
    }

    @Override
    public void changed(LinkageRun run) {
      outbox.linkage(run);
      if (run.causeTime() == now) {
        alarms.acted(run.id(), run.effects().stream().map(EffectRun::target).toList(), now);
      }
    }
  }

  private void tick() {
    field.tick(now);
    commands.tick(now);
    alarms.tick(now);
    linkages.tick(now);
    schedules.tick(now);
  }
}
