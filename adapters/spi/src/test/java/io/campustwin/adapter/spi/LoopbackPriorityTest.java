package io.campustwin.adapter.spi;

import io.campustwin.asset.AdapterKind;

/** The contract over the loopback that pretends to be BACnet: devices with priority arrays. */
class LoopbackPriorityTest extends LoopbackAdapterTest {
  @Override
  protected AdapterKind kind() {
    return AdapterKind.BACNET;
  }
}
