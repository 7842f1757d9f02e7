package io.campustwin.adapter.opcua;

import io.campustwin.adapter.spi.PointConversion;
import io.campustwin.adapter.spi.RecentCommands;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.identity.Identity.UsernameIdentity;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;

/**
 * The address space of the virtual devices. Values are pushed into the monitored items as the world shows them; nothing
 * polls. A write goes to the world and changes no node: the node changes when the world shows it. The audit entry id of a
 * write request carries the command ids, comma-separated, one per value.
 */
final class DeviceNamespace extends ManagedNamespaceWithLifecycle {
  private static final int LOWEST_PRIORITY = 16;
  private static final int REMEMBERED_COMMANDS = 65_536;

  private final WriteHandler world;
  private final List<Point> points;
  private final RecentCommands recent = new RecentCommands(REMEMBERED_COMMANDS);
  private final Map<PointId, UaVariableNode> nodes = new LinkedHashMap<>();
  private final Map<NodeId, Point> byNode = new HashMap<>();
  private final Map<PointId, Sample> shown = new ConcurrentHashMap<>();
  private final Map<NodeId, List<DataItem>> items = new ConcurrentHashMap<>();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();

  DeviceNamespace(OpcUaServer server, List<Point> points, WriteHandler world) {
    super(server, NodeNames.NAMESPACE);
    this.points = points;
    this.world = world;
    getLifecycleManager().addStartupTask(this::build);
  }

  private void build() {
    DeviceNodes builder = new DeviceNodes(getNodeContext(), getNamespaceIndex());
    Map<String, UaFolderNode> folders = new HashMap<>();
    for (Point point : points) {
      NodeNames.of(point).ifPresent(identifier -> {
        UaFolderNode folder = folders.computeIfAbsent(point.address().device(), builder::folder);
        UaVariableNode node = builder.variable(folder, point, identifier);
        nodes.put(point.id(), node);
        byNode.put(node.getNodeId(), point);
      });
    }
  }

  void show(Sample sample) {
    UaVariableNode node = nodes.get(sample.point());
    if (node != null) {
      shown.put(sample.point(), sample);
      Point point = pointOf(node);
      if (!silent.contains(point.address().device())) {
        push(node, dataValue(point, sample));
      }
    }
  }

  void silence(String device, boolean silence) {
    boolean changed = silence ? silent.add(device) : silent.remove(device);
    if (!changed) {
      return;
    }
    for (UaVariableNode node : nodes.values()) {
      Point point = pointOf(node);
      if (point.address().device().equals(device)) {
        Sample sample = shown.get(point.id());
        push(node, silence || sample == null ? absent(node, silence) : dataValue(point, sample));
      }
    }
  }

  private static DataValue absent(UaVariableNode node, boolean silence) {
    long code = silence ? StatusCodes.Bad_NoCommunication : StatusCodes.Bad_WaitingForInitialData;
    return new DataValue(node.getValue().value(), new StatusCode(code), DateTime.now());
  }

  private Point pointOf(UaVariableNode node) {
    Point point = byNode.get(node.getNodeId());
    if (point == null) {
      throw new IllegalStateException("node without point: " + node.getNodeId());
    }
    return point;
  }

  private static DataValue dataValue(Point point, Sample sample) {
    DateTime time = new DateTime(Instant.ofEpochMilli(sample.sourceTime()));
    return PointConversion.toWire(point, sample.value())
        .map(raw -> new DataValue(
            NodeValues.toVariant(point.template(), raw), Statuses.of(sample.quality()), time))
        .orElseGet(() -> new DataValue(StatusCodes.Bad_DataEncodingInvalid));
  }

  private void push(UaVariableNode node, DataValue value) {
    node.setValue(value);
    items.getOrDefault(node.getNodeId(), List.of()).forEach(item -> item.setValue(value));
  }

  @Override
  public List<StatusCode> write(WriteContext context, List<WriteValue> writes) {
    boolean mayWrite =
        context.getSession().map(Session::getIdentity).orElse(null) instanceof UsernameIdentity;
    List<String> commands = commandIds(context, writes.size());
    List<StatusCode> results = new ArrayList<>(writes.size());
    for (int i = 0; i < writes.size(); i++) {
      results.add(
          mayWrite
              ? write(commands.get(i), writes.get(i))
              : new StatusCode(StatusCodes.Bad_UserAccessDenied));
    }
    return results;
  }

  private static List<String> commandIds(WriteContext context, int count) {
    String entry = context.getAuditEntryId();
    List<String> ids = entry == null || entry.isEmpty() ? List.of() : List.of(entry.split(","));
    return ids.size() == count ? ids : Collections.nCopies(count, "");
  }

  private StatusCode write(String command, WriteValue write) {
    Point point = byNode.get(write.getNodeId());
    boolean isValue = AttributeId.Value.uid().equals(write.getAttributeId());
    if (point == null || !isValue || !point.template().writable()) {
      return new StatusCode(
          point == null && !getNodeManager().containsNode(write.getNodeId())
              ? StatusCodes.Bad_NodeIdUnknown
              : StatusCodes.Bad_NotWritable);
    }
    if (silent.contains(point.address().device())) {
      return new StatusCode(StatusCodes.Bad_NoCommunication);
    }
    Optional<Value> value = NodeValues.fromWire(
            point.template(), write.getValue().value().value())
        .flatMap(raw -> PointConversion.fromWire(point, raw));
    if (value.isEmpty()) {
      return new StatusCode(StatusCodes.Bad_TypeMismatch);
    }
    if (PointConversion.objection(point, value.get()).isPresent()) {
      return new StatusCode(StatusCodes.Bad_OutOfRange);
    }
    return Statuses.of(act(point, command, value.get()));
  }

  private WriteOutcome act(Point point, String command, Value value) {
    FieldWrite write = new FieldWrite(command, point.id(), value, LOWEST_PRIORITY, Long.MAX_VALUE);
    return recent
        .once(
            command,
            () ->
                CompletableFuture.completedFuture(world.written(point.address().device(), write)))
        .toCompletableFuture()
        .join();
  }

  @Override
  public void onDataItemsCreated(List<DataItem> created) {
    for (DataItem item : created) {
      NodeId id = item.getReadValueId().getNodeId();
      UaVariableNode node = variable(id);
      boolean isValue = AttributeId.Value.uid().equals(item.getReadValueId().getAttributeId());
      if (node != null && isValue) {
        items.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(item);
        item.setValue(node.getValue());
      } else {
        item.setValue(new DataValue(StatusCodes.Bad_NotSupported));
      }
    }
  }

  private @Nullable UaVariableNode variable(NodeId id) {
    return getNodeManager().getNode(id).orElse(null) instanceof UaVariableNode node ? node : null;
  }

  @Override
  public void onDataItemsModified(List<DataItem> modified) {
    // Pushed values need no new sampling interval.
  }

  @Override
  public void onDataItemsDeleted(List<DataItem> deleted) {
    for (DataItem item : deleted) {
      Collection<DataItem> listening = items.get(item.getReadValueId().getNodeId());
      if (listening != null) {
        listening.remove(item);
      }
    }
  }

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> changed) {
    // Milo itself holds back what a disabled item would report.
  }
}
