package io.campustwin.adapter.opcua;

import io.campustwin.asset.Point;
import io.campustwin.signal.PointId;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.RequestHeader;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/**
 * One session with a server and its subscription, from a successful log-in to its end; it is never mended, the adapter
 * builds the next one. Opening blocks, everything else does not.
 */
final class Connection {
  private static final double SUBSCRIPTION_KEEP_ALIVE_MILLIS = 4_000;
  private static final double WATCHDOG_KEEP_ALIVES = 3;
  private static final int QUEUE = 8;
  private static final int BATCH = 1_000;
  private static final UInteger KEEP_ALIVE_MILLIS = UInteger.valueOf(2_000);
  private static final UInteger REQUEST_MILLIS = UInteger.valueOf(5_000);
  private static final UInteger SESSION_MILLIS = UInteger.valueOf(30_000);
  private static final UInteger CONNECT_MILLIS = UInteger.valueOf(3_000);

  private final OpcUaClient client;
  private final UShort namespace;
  private final double publishMillis;

  private Connection(OpcUaClient client, UShort namespace, double publishMillis) {
    this.client = client;
    this.namespace = namespace;
    this.publishMillis = publishMillis;
  }

  /** What an open connection tells, on Milo's threads. */
  interface Listener {
    void values(List<Point> points, List<DataValue> values);

    /** Notifications are missing: everything has to be read again. */
    void dataLost();

    void ended(String reason);
  }

  /**
   * Connects and logs in, at the address of the options also when the server names another for itself, as one behind a
   * proxy does.
   *
   * @throws IOException if the server is not there, refuses, is not trusted or has no devices
   */
  static Connection open(OpcUaOptions options, Listener listener) throws IOException {
    URI at = URI.create(options.endpoint());
    Identity identity = Identity.in(options.securityDir(), "opcua-client", at.getHost());
    OpcUaClient client = null;
    try {
      client = OpcUaClient.create(
          options.endpoint(),
          endpoints -> endpoints.stream()
              .filter(Connection::isSecure)
              .findFirst()
              .map(endpoint -> EndpointUtil.updateUrl(
                  endpoint, at.getHost(), EndpointUtil.getPort(options.endpoint()))),
          transport -> transport.setConnectTimeout(CONNECT_MILLIS),
          config -> configure(config, options, identity));
      client.connectAsync().get(REQUEST_MILLIS.longValue() * 2, TimeUnit.MILLISECONDS);
      UShort namespace = client.getNamespaceTable().getIndex(NodeNames.NAMESPACE);
      if (namespace == null) {
        throw new IOException("the server has no namespace " + NodeNames.NAMESPACE);
      }
      client.addSessionActivityListener(new SessionActivityListener() {
        @Override
        public void onSessionInactive(UaSession session) {
          listener.ended("session lost");
        }
      });
      return new Connection(client, namespace, options.publishMillis());
    } catch (UaException | ExecutionException | TimeoutException | IOException failure) {
      if (client != null) {
        var unused = client.disconnectAsync();
      }
      throw new IOException(reason(failure), failure);
    } catch (InterruptedException interrupted) {
      if (client != null) {
        var unused = client.disconnectAsync();
      }
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static boolean isSecure(EndpointDescription endpoint) {
    return SecurityPolicy.Basic256Sha256.getUri().equals(endpoint.getSecurityPolicyUri())
        && endpoint.getSecurityMode() == MessageSecurityMode.SignAndEncrypt;
  }

  private static void configure(
      OpcUaClientConfigBuilder config, OpcUaOptions options, Identity identity) {
    config
        .setApplicationName(LocalizedText.english("Campus Twin"))
        .setApplicationUri(identity.applicationUri())
        .setProductUri("urn:campustwin:adapter")
        .setSessionName(() -> "campus-twin")
        .setKeyPair(identity.keys())
        .setCertificate(identity.certificate())
        .setCertificateChain(new X509Certificate[] {identity.certificate()})
        .setCertificateValidator(new TrustOnFirstUse(options.securityDir(), options.endpoint()))
        .setIdentityProvider(new UsernameProvider(options.user(), options.password()))
        .setRequestTimeout(REQUEST_MILLIS)
        .setSessionTimeout(SESSION_MILLIS)
        .setKeepAliveInterval(KEEP_ALIVE_MILLIS)
        .setKeepAliveTimeout(KEEP_ALIVE_MILLIS)
        .setKeepAliveFailuresAllowed(UInteger.valueOf(1));
  }

  /**
   * Monitors points; a report with a new source time counts even if the value is the same.
   *
   * @return points the server does not have, with its word
   */
  Map<PointId, StatusCode> subscribe(Map<Point, NodeId> nodes, Listener listener)
      throws IOException {
    try {
      OpcUaSubscription subscription = new OpcUaSubscription(client, publishMillis);
      subscription.setTargetKeepAliveInterval(SUBSCRIPTION_KEEP_ALIVE_MILLIS);
      subscription.setWatchdogMultiplier(WATCHDOG_KEEP_ALIVES);
      subscription.setMaxMonitoredItemsPerCall(UInteger.valueOf(BATCH));
      subscription.setSubscriptionListener(new Receiver(listener));
      subscription.create();
      nodes.forEach((point, node) -> subscription.addMonitoredItem(item(point, node)));
      Map<PointId, StatusCode> refused = new LinkedHashMap<>();
      subscription.createMonitoredItems().forEach(result -> {
        if (!result.isGood()
            && result.monitoredItem().getUserObject().orElse(null) instanceof Point p) {
          refused.put(p.id(), result.operationResult().orElse(result.serviceResult()));
        }
      });
      return refused;
    } catch (UaException failure) {
      throw new IOException(reason(failure), failure);
    }
  }

  private static OpcUaMonitoredItem item(Point point, NodeId node) {
    OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node);
    item.setSamplingInterval(0);
    item.setQueueSize(UInteger.valueOf(QUEUE));
    item.setFilter(
        new DataChangeFilter(DataChangeTrigger.StatusValueTimestamp, UInteger.valueOf(0), 0.0));
    item.setUserObject(point);
    return item;
  }

  NodeId node(String identifier) {
    return new NodeId(namespace, identifier);
  }

  UShort namespace() {
    return namespace;
  }

  OpcUaClient client() {
    return client;
  }

  /** Values in the order of {@code nodes}, in as few calls as are sensible. */
  CompletableFuture<List<DataValue>> read(List<NodeId> nodes) {
    CompletableFuture<List<DataValue>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (int from = 0; from < nodes.size(); from += BATCH) {
      List<NodeId> part = nodes.subList(from, Math.min(nodes.size(), from + BATCH));
      all = all.thenCombine(
          client.readValuesAsync(0, TimestampsToReturn.Both, part), (sofar, values) -> {
            sofar.addAll(values);
            return sofar;
          });
    }
    return all;
  }

  /**
   * Writes values in one request.
   *
   * @param commandIds go along as the request's audit entry
   */
  CompletableFuture<List<StatusCode>> write(List<WriteValue> writes, List<String> commandIds) {
    return client
        .getSessionAsync()
        .thenCompose(session -> {
          RequestHeader plain = client.newRequestHeader(session.getAuthenticationToken());
          RequestHeader header = new RequestHeader(
              plain.getAuthenticationToken(),
              plain.getTimestamp(),
              plain.getRequestHandle(),
              plain.getReturnDiagnostics(),
              String.join(",", commandIds),
              plain.getTimeoutHint(),
              plain.getAdditionalHeader());
          return client.sendRequestAsync(
              new WriteRequest(header, writes.toArray(WriteValue[]::new)));
        })
        .thenApply(
            response -> List.of(Objects.requireNonNull(((WriteResponse) response).getResults())));
  }

  /** Which devices say of themselves that they are simulated. */
  Map<String, Boolean> simulated(List<String> devices) throws IOException {
    List<NodeId> nodes =
        devices.stream().map(device -> node(device + NodeNames.SIMULATED)).toList();
    try {
      List<DataValue> values = read(nodes).get(REQUEST_MILLIS.longValue(), TimeUnit.MILLISECONDS);
      Map<String, Boolean> simulated = new HashMap<>();
      for (int i = 0; i < devices.size(); i++) {
        simulated.put(devices.get(i), Boolean.TRUE.equals(values.get(i).value().value()));
      }
      return simulated;
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException(reason(failure), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  static WriteValue writeValue(NodeId node, DataValue value) {
    return new WriteValue(node, AttributeId.Value.uid(), null, value);
  }

  CompletableFuture<OpcUaClient> close() {
    return client.disconnectAsync();
  }

  /** Passes on what the subscription brings. */
  private record Receiver(Listener listener) implements OpcUaSubscription.SubscriptionListener {
    @Override
    public void onDataReceived(
        OpcUaSubscription subscription, List<OpcUaMonitoredItem> items, List<DataValue> values) {
      List<Point> points = new ArrayList<>(items.size());
      for (OpcUaMonitoredItem item : items) {
        points.add((Point) item.getUserObject()
            .orElseThrow(() -> new IllegalStateException("item without a point")));
      }
      listener.values(points, values);
    }

    @Override
    public void onNotificationDataLost(OpcUaSubscription subscription) {
      listener.dataLost();
    }

    @Override
    public void onWatchdogTimerElapsed(OpcUaSubscription subscription) {
      listener.ended("no publishing response");
    }

    @Override
    public void onStatusChanged(OpcUaSubscription subscription, StatusCode status) {
      if (status.value() == StatusCodes.Bad_Timeout) {
        listener.ended("subscription timed out");
      }
    }
  }
}
