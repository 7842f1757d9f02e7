package io.campustwin.asset;

import java.util.Locale;
import java.util.Optional;

/** How a point reaches the twin. */
public enum AdapterKind {
  OPCUA,
  BACNET,
  MQTT,
  HTTP,
  LOOPBACK;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Accepts the words of the interfaces and the catalogue's spellings ({@code opc-ua}, {@code bacnet/ip}). */
  public static Optional<AdapterKind> find(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replace("-", "").replace("/ip", "");
    for (AdapterKind kind : values()) {
      if (kind.word().equals(plain)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
