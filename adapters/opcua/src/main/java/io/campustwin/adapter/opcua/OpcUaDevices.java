package io.campustwin.adapter.opcua;

import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.jspecify.annotations.Nullable;

/**
 * Virtual OPC UA devices: one server, a folder per device. A silent device's nodes turn Bad_NoCommunication and so do
 * writes to them, as with a field bus behind a gateway.
 */
public final class OpcUaDevices implements VirtualDevices {
  private static final long START_SECONDS = 20;
  private static final long STOP_SECONDS = 10;

  private final DeviceServer builder;
  private final OpcUaServerOptions options;
  private volatile @Nullable OpcUaServer server;
  private volatile @Nullable DeviceNamespace namespace;

  /**
   * Reads or makes the server's key and chooses its port; it listens from {@link #start}.
   *
   * @throws IOException if the port is taken or the security folder cannot be used
   */
  public OpcUaDevices(OpcUaServerOptions options) throws IOException {
    this.options = options;
    this.builder = new DeviceServer(options);
  }

  @Override
  public AdapterKind kind() {
    return AdapterKind.OPCUA;
  }

  /** The port, also if 0 was asked for. */
  public int port() {
    return builder.port();
  }

  /** Where clients connect to. */
  public String endpoint() {
    return "opc.tcp://" + options.host() + ":" + builder.port() + DeviceServer.PATH;
  }

  @Override
  public void start(List<Point> points, WriteHandler world) {
    try {
      OpcUaServer fresh = builder.build();
      DeviceNamespace devices = new DeviceNamespace(fresh, List.copyOf(points), world);
      devices.startup();
      fresh.startup().get(START_SECONDS, TimeUnit.SECONDS);
      server = fresh;
      namespace = devices;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ExecutionException | TimeoutException failure) {
      throw new UncheckedIOException(
          new IOException("OPC UA server on " + endpoint() + " did not start", failure));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void show(List<Sample> samples) {
    DeviceNamespace devices = namespace;
    if (devices != null) {
      samples.forEach(devices::show);
    }
  }

  @Override
  public void silence(String device, boolean silent) {
    DeviceNamespace devices = namespace;
    if (devices != null) {
      devices.silence(device, silent);
    }
  }

  @Override
  public void close() {
    OpcUaServer running = server;
    DeviceNamespace devices = namespace;
    server = null;
    namespace = null;
    if (running == null || devices == null) {
      return;
    }
    devices.shutdown();
    try {
      running.shutdown().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      System.getLogger(OpcUaDevices.class.getName())
          .log(System.Logger.Level.WARNING, "OPC UA server did not stop in time", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
