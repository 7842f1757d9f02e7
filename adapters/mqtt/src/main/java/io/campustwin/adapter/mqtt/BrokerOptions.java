package io.campustwin.adapter.mqtt;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run the embedded broker.
 *
 * @param host address to bind, {@code 127.0.0.1} unless configured otherwise
 * @param port 0 for any free one
 * @param users everybody who may connect; nobody else may
 * @param dataFolder where sessions and retained messages survive a restart; null keeps them in memory only
 */
public record BrokerOptions(
    String host, int port, List<BrokerUser> users, @Nullable Path dataFolder) {
  public static final String LOOPBACK = "127.0.0.1";

  public BrokerOptions {
    users = List.copyOf(users);
  }

  /** On a loopback port, in memory. */
  public static BrokerOptions loopback(int port, List<BrokerUser> users) {
    return new BrokerOptions(LOOPBACK, port, users, null);
  }
}
