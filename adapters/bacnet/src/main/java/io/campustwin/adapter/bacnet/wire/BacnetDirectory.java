// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.wire;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Where devices are found; asked again at every try, so that a device may come back elsewhere. */
@FunctionalInterface
public interface BacnetDirectory {
  /**
   * @param device id as in the device map
   */
  public Optional<InetSocketAddress> find(String device);
}
