// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.wire;

import com.serotonin.bacnet4j.LocalDevice;
import com.serotonin.bacnet4j.ResponseConsumer;
import com.serotonin.bacnet4j.enums.MaxApduLength;
import com.serotonin.bacnet4j.service.confirmed.ConfirmedRequestService;
import com.serotonin.bacnet4j.transport.DefaultTransport;
import com.serotonin.bacnet4j.type.constructed.Address;
import com.serotonin.bacnet4j.type.enumerated.Segmentation;
import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One BACnet device object of ours with its socket: a device of the virtual campus, or the adapter. It keeps to one
 * thread beside the transport's, which ends when it has nothing to do, and sends confirmed services to peers that never
 * announced themselves with the full APDU length instead of the 50 octets that the stack assumes.
 */
public final class Station extends LocalDevice {
  /** Model name of every virtual device: what marks its values as simulated. */
  public static final String VIRTUAL = "Campus Twin virtual device";

  private final DefaultTransport transport;
  private final UdpNetwork network;

  private Station(int instance, DefaultTransport transport, UdpNetwork network) {
    super(instance, transport);
    this.transport = transport;
    this.network = network;
  }

  /** Not initialized yet: add objects first. */
  public static Station of(int instance, UdpHub hub, InetSocketAddress bind) {
    UdpNetwork network = new UdpNetwork(hub, bind);
    return new Station(instance, new DefaultTransport(network), network);
  }

  /**
   * @param timeoutMillis how long a confirmed service may take
   * @param retries how often it is sent again
   */
  public Station withTimeout(int timeoutMillis, int retries) {
    transport.setTimeout(timeoutMillis);
    transport.setRetries(retries);
    return this;
  }

  public UdpNetwork network() {
    return network;
  }

  @Override
  public void send(
      Address to, ConfirmedRequestService service, @Nullable ResponseConsumer consumer) {
    transport.send(
        to,
        MaxApduLength.UP_TO_1476.getMaxLengthInt(),
        Segmentation.segmentedBoth,
        service,
        consumer);
  }

  @Override
  protected ScheduledExecutorService createScheduledExecutorService() {
    String name = "bacnet-timer-" + getInstanceNumber();
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    });
    timer.setKeepAliveTime(2, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return timer;
  }
}
