package io.campustwin.adapter.spi;

import io.campustwin.adapter.spi.contract.AdapterContract;
import io.campustwin.adapter.spi.contract.FieldPair;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import java.util.List;

/** The contract over the loopback that pretends to be a protocol without priorities. */
class LoopbackAdapterTest extends AdapterContract {
  /** The protocol the loopback pretends to be. */
  protected AdapterKind kind() {
    return AdapterKind.LOOPBACK;
  }

  @Override
  protected FieldPair openPair(List<Point> points) {
    LoopbackDevices devices = new LoopbackDevices(kind());
    return new LoopbackPair(new LoopbackAdapter(devices, this::now), devices);
  }

  @Override
  protected FieldAddress address(SamplePoints.Row row) {
    return new FieldAddress(kind(), row.device(), row.id().text(), row.rawUnit());
  }

  private record LoopbackPair(LoopbackAdapter adapter, LoopbackDevices devices)
      implements FieldPair {
    @Override
    public void cut() {
      adapter.cut();
    }

    @Override
    public void restore() {
      adapter.restore();
    }

    @Override
    public void close() {
      adapter.close();
      devices.close();
    }
  }
}
