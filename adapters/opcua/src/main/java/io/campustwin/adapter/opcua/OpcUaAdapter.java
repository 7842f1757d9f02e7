package io.campustwin.adapter.opcua;

import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.AdapterCounters;
import io.campustwin.adapter.spi.AdapterStatistics;
import io.campustwin.adapter.spi.Backoff;
import io.campustwin.adapter.spi.Discovered;
import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.adapter.spi.PointConversion;
import io.campustwin.adapter.spi.PointTable;
import io.campustwin.adapter.spi.RecentCommands;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * The field over OPC UA: one session, one subscription, writes in batches. A lost session is replaced by a new one after
 * a pause; a node that turns Bad_NoCommunication shows that its device is silent. One worker thread connects, and all
 * callbacks come on it, in order.
 */
public final class OpcUaAdapter implements Adapter {
  private static final Set<Capability> CAPABILITIES = Collections.unmodifiableSet(EnumSet.of(
      Capability.SUBSCRIBE, Capability.BROWSE, Capability.READ, Capability.DEVICE_STATE));
  private static final int REMEMBERED_COMMANDS = 16_384;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 3_000;
  private static final long GOODBYE_MILLIS = 2_000;

  private final OpcUaOptions options;
  private final LongSupplier clock;
  private final ScheduledThreadPoolExecutor worker;
  private final WriteQueue writes;
  private final Backoff backoff;
  private final AdapterCounters counters = new AdapterCounters();
  private final RecentCommands recent = new RecentCommands(REMEMBERED_COMMANDS);
  private volatile PointTable table = new PointTable(List.of());
  private volatile @Nullable FieldSink sink;
  private volatile @Nullable Live live;
  private volatile LinkStatus status;
  private volatile boolean closed;
  private boolean wasUp;

  /** A connection in use and what was learned over it. */
  private record Live(
      Connection connection,
      Map<PointId, NodeId> nodes,
      Map<String, Boolean> simulated,
      Map<String, Boolean> heard) {}

  /** On the system's clock. */
  public OpcUaAdapter(OpcUaOptions options) {
    this(options, System::currentTimeMillis);
  }

  /**
   * @param clock epoch milliseconds
   */
  public OpcUaAdapter(OpcUaOptions options, LongSupplier clock) {
    this.options = options;
    this.clock = clock;
    this.worker = worker();
    this.writes = new WriteQueue(worker, clock, options.answerMillis());
    this.backoff = new Backoff(
        FIRST_PAUSE_MILLIS,
        LONGEST_PAUSE_MILLIS,
        new SplittableRandom(options.endpoint().hashCode()));
    this.status = status(LinkState.CONNECTING, "");
  }

  private static ScheduledThreadPoolExecutor worker() {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
        1,
        task -> {
          Thread thread = new Thread(task, "opcua-adapter");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  @Override
  public AdapterKind kind() {
    return AdapterKind.OPCUA;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public void start(List<Point> points, FieldSink receiver) {
    table = new PointTable(points);
    sink = receiver;
    worker.execute(this::connect);
  }

  private void connect() {
    Watch watch = new Watch();
    try {
      Connection connection = Connection.open(options, watch);
      watch.connection = connection;
      Live fresh = prepare(connection);
      Map<Point, NodeId> wanted = new LinkedHashMap<>();
      table
          .points()
          .forEach(point -> wanted.computeIfAbsent(point, p -> fresh.nodes().get(p.id())));
      live = fresh;
      if (wasUp) {
        counters.reconnected();
      }
      wasUp = true;
      backoff.reset();
      enter(LinkState.UP, "");
      connection.subscribe(wanted, watch).keySet().forEach(unknown -> counters.rejected());
    } catch (IOException failure) {
      watch.ended(String.valueOf(failure.getMessage()));
    }
  }

  private Live prepare(Connection connection) throws IOException {
    Map<PointId, NodeId> nodes = new HashMap<>();
    for (Point point : table.points()) {
      NodeNames.of(point)
          .ifPresentOrElse(
              identifier -> nodes.put(point.id(), connection.node(identifier)), counters::rejected);
    }
    return new Live(
        connection, nodes, connection.simulated(List.copyOf(table.devices())), new HashMap<>());
  }

  /** Follows one attempt and the connection that comes of it; later words of an old one are ignored. */
  private final class Watch implements Connection.Listener {
    private volatile @Nullable Connection connection;
    private boolean over;

    @Override
    public void values(List<Point> points, List<DataValue> values) {
      worker.execute(() -> report(points, values));
    }

    @Override
    public void dataLost() {
      worker.execute(OpcUaAdapter.this::readAll);
    }

    @Override
    public void ended(String reason) {
      worker.execute(() -> end(reason));
    }

    private void end(String reason) {
      if (over || closed) {
        return;
      }
      over = true;
      live = null;
      Connection gone = connection;
      if (gone != null) {
        var unused = gone.close();
      }
      if (status.state() != LinkState.RETRYING) {
        enter(LinkState.RETRYING, reason);
      }
      worker.schedule(OpcUaAdapter.this::connect, backoff.nextMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void report(List<Point> points, List<DataValue> values) {
    Live current = live;
    FieldSink receiver = sink;
    if (current == null || receiver == null || closed) {
      return;
    }
    List<Sample> samples = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      hear(current, receiver, point, values.get(i).statusCode());
      Optional<Sample> sample = sample(current, point, values.get(i));
      sample.ifPresent(samples::add);
      if (sample.isEmpty() && values.get(i).statusCode().isGood()) {
        counters.rejected();
      }
    }
    if (!samples.isEmpty()) {
      counters.samples(samples.size());
      receiver.samples(samples);
    }
  }

  /** Tells of a device when it is first heard over a connection and when it falls silent or returns. */
  private void hear(Live current, FieldSink receiver, Point point, StatusCode code) {
    String device = point.address().device();
    boolean speaks = !Statuses.isSilence(code);
    Boolean before = current.heard().put(device, speaks);
    if (before == null || before != speaks) {
      LinkState state = speaks ? LinkState.UP : LinkState.RETRYING;
      String detail = speaks ? "" : Statuses.words(code);
      receiver.link(new LinkStatus(AdapterKind.OPCUA, device, state, clock.getAsLong(), detail));
    }
  }

  private Optional<Sample> sample(Live current, Point point, DataValue value) {
    Value raw = NodeValues.fromWire(point.template(), value.value().value()).orElse(null);
    long now = clock.getAsLong();
    DateTime server = value.serverTime();
    if (server != null) {
      counters.clockOffset(server.getJavaTime() - now);
    }
    DateTime source = value.sourceTime();
    return table.sample(
        point,
        raw,
        Statuses.quality(value.statusCode()),
        source == null ? now : source.getJavaTime(),
        current.simulated().getOrDefault(point.address().device(), false));
  }

  private void readAll() {
    Live current = live;
    if (current != null) {
      List<Point> points = table.points().stream()
          .filter(p -> current.nodes().containsKey(p.id()))
          .toList();
      current
          .connection()
          .read(points.stream().map(p -> current.nodes().get(p.id())).toList())
          .thenAcceptAsync(values -> report(points, values), worker);
    }
  }

  @Override
  public CompletionStage<WriteOutcome> write(FieldWrite write) {
    CompletionStage<WriteOutcome> outcome = table
        .refusal(write, CAPABILITIES, clock.getAsLong())
        .<CompletionStage<WriteOutcome>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> recent.once(write.commandId(), () -> send(write)));
    return outcome.thenApply(answer -> {
      counters.write(answer);
      return answer;
    });
  }

  private CompletionStage<WriteOutcome> send(FieldWrite write) {
    Live current = live;
    if (current == null || closed) {
      return done(WriteOutcome.Kind.LINK_DOWN, status.detail());
    }
    Point point = table.find(write.point()).orElseThrow();
    NodeId node = current.nodes().get(point.id());
    Value value = write.value();
    Optional<Value> raw = value == null ? Optional.empty() : PointConversion.toWire(point, value);
    if (node == null || raw.isEmpty()) {
      return done(
          WriteOutcome.Kind.REFUSED,
          "no way to " + point.address().address() + " in " + point.address().rawUnit());
    }
    DataValue data = DataValue.valueOnly(NodeValues.toVariant(point.template(), raw.get()));
    return writes.add(
        current.connection(),
        Connection.writeValue(node, data),
        write.commandId(),
        write.deadline());
  }

  private static CompletionStage<WriteOutcome> done(WriteOutcome.Kind kind, String detail) {
    return CompletableFuture.completedFuture(WriteOutcome.of(kind, detail));
  }

  @Override
  public CompletionStage<List<Sample>> read(List<PointId> ids) {
    List<Point> points = ids.stream().flatMap(id -> table.find(id).stream()).toList();
    Live current = live;
    if (current == null || !current.nodes().keySet().containsAll(ids)) {
      return CompletableFuture.completedFuture(unanswered(points, Quality.Reason.LINK_DOWN));
    }
    return current
        .connection()
        .read(points.stream().map(point -> current.nodes().get(point.id())).toList())
        .orTimeout(options.answerMillis(), TimeUnit.MILLISECONDS)
        .thenApply(values -> answered(current, points, values))
        .exceptionally(failure -> unanswered(points, Quality.Reason.LINK_DOWN));
  }

  private List<Sample> answered(Live current, List<Point> points, List<DataValue> values) {
    List<Sample> samples = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      samples.add(sample(current, point, values.get(i))
          .orElseGet(
              () -> table.unanswered(point, Quality.Reason.DEVICE_SILENT, clock.getAsLong())));
    }
    return samples;
  }

  private List<Sample> unanswered(List<Point> points, Quality.Reason reason) {
    return points.stream()
        .map(point -> table.unanswered(point, reason, clock.getAsLong()))
        .toList();
  }

  @Override
  public CompletionStage<List<Discovered>> browse() {
    Live current = live;
    return current == null
        ? CompletableFuture.completedFuture(List.of())
        : new Browser(current.connection()).browse().exceptionally(failure -> List.of());
  }

  @Override
  public LinkStatus status() {
    return status;
  }

  private LinkStatus status(LinkState state, String detail) {
    return new LinkStatus(AdapterKind.OPCUA, "", state, clock.getAsLong(), detail);
  }

  private void enter(LinkState state, String detail) {
    FieldSink receiver = sink;
    if (!closed && receiver != null) {
      LinkStatus next = status(state, detail);
      status = next;
      receiver.link(next);
    }
  }

  @Override
  public AdapterStatistics statistics() {
    return counters.read();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    status = status(LinkState.GIVEN_UP, "closed");
    worker.shutdownNow();
    Live current = live;
    live = null;
    if (current != null) {
      current
          .connection()
          .close()
          .orTimeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)
          .exceptionally(alreadyGone -> null)
          .join();
    }
  }
}
