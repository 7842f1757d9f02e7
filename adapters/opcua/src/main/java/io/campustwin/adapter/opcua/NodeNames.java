package io.campustwin.adapter.opcua;

import io.campustwin.asset.Point;
import java.util.Optional;

/**
 * How points are named in the address space. In device maps {@code ns=1} stands for the namespace {@link #NAMESPACE},
 * whatever index the server gives it.
 */
final class NodeNames {
  static final String NAMESPACE = "urn:campustwin:devices";
  static final String PREFIX = "ns=1;s=";
  static final String SIMULATED = "#Simulated";

  private NodeNames() {}

  /** The string identifier of a point's node; empty if the address is not of the form {@code ns=1;s=...}. */
  static Optional<String> of(Point point) {
    String address = point.address().address();
    return address.startsWith(PREFIX)
        ? Optional.of(address.substring(PREFIX.length()))
        : Optional.empty();
  }
}
