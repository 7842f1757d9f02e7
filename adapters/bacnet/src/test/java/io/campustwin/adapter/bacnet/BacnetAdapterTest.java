// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import io.campustwin.adapter.bacnet.client.BacnetAdapter;
import io.campustwin.adapter.bacnet.client.BacnetTiming;
import io.campustwin.adapter.bacnet.device.BacnetDevices;
import io.campustwin.adapter.bacnet.wire.BacnetDirectory;
import io.campustwin.adapter.bacnet.wire.DeviceEntry;
import io.campustwin.adapter.spi.contract.AdapterContract;
import io.campustwin.adapter.spi.contract.FieldPair;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/** The contract of adapters, kept over BACnet/IP on the loopback network. */
class BacnetAdapterTest extends AdapterContract {
  static final BacnetTiming QUICK = new BacnetTiming(600, 300, 300, 400, 60);

  @Override
  protected FieldPair openPair(List<Point> points) {
    BacnetDevices devices = new BacnetDevices();
    BacnetAdapter adapter =
        new BacnetAdapter(directory(devices), QUICK, InetAddress.getLoopbackAddress());
    return new BacnetPair(adapter, devices);
  }

  static BacnetDirectory directory(BacnetDevices devices) {
    return device -> devices.directory().stream()
        .filter(entry -> entry.device().equals(device))
        .map(DeviceEntry::address)
        .findFirst();
  }

  @Override
  protected FieldAddress address(SamplePoints.Row row) {
    String object =
        switch (row.type()) {
          case BOOL -> "binary-output/1";
          case ENUM -> "multi-state-output/1";
          case TEXT -> "characterstring-value/1";
          case NUMBER ->
            row.id().equals(SamplePoints.TEMPERATURE) ? "analog-input/1" : "analog-output/1";
        };
    String instance = row.device().equals(SamplePoints.FIRST) ? "1101" : "1102";
    return new FieldAddress(
        AdapterKind.BACNET, row.device(), instance + "/" + object, row.rawUnit());
  }

  @Override
  protected boolean carriesSourceTime() {
    return false;
  }

  @Override
  protected Set<String> libraryThreads() {
    return Set.of("CompletableFutureDelay", "ForkJoinPool", "process reaper", "Attach Listener");
  }

  private record BacnetPair(BacnetAdapter adapter, BacnetDevices devices) implements FieldPair {
    @Override
    public void cut() {
      devices.silence(SamplePoints.FIRST, true);
      devices.silence(SamplePoints.SECOND, true);
    }

    @Override
    public void restore() {
      devices.silence(SamplePoints.FIRST, false);
      devices.silence(SamplePoints.SECOND, false);
    }

    @Override
    public void close() {
      adapter.close();
      devices.close();
    }
  }
}
