package io.campustwin.adapter.mqtt;

import java.util.List;

/**
 * Somebody who may connect to the broker.
 *
 * @param prefixes start of the topics it may publish to and subscribe below, such as {@code campus/demo/}; empty for all
 */
public record BrokerUser(String name, String password, List<String> prefixes) {
  public BrokerUser {
    prefixes = List.copyOf(prefixes);
  }

  boolean mayUse(String topic) {
    return prefixes.isEmpty() || prefixes.stream().anyMatch(topic::startsWith);
  }

  @Override
  public String toString() {
    return "BrokerUser[" + name + ", " + prefixes + "]";
  }
}
