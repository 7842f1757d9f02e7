package io.campustwin.server.ditto;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where and as whom to publish.
 *
 * @param endpoint WebSocket address of Ditto's protocol, such as {@code wss://ditto.example.org/ws/2}
 * @param namespace of the things' ids, such as {@code cn.edu.school}
 */
public record DittoSettings(URI endpoint, String user, String password, String namespace) {
  private static final Pattern NAMESPACE =
      Pattern.compile("[a-zA-Z]\\w*+([.-]\\w++)*+", Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * @throws IllegalArgumentException saying which setting cannot be used
   */
  public DittoSettings {
    String scheme = String.valueOf(endpoint.getScheme());
    if (!(scheme.equals("ws") || scheme.equals("wss")) || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          "ditto endpoint must be ws://host:port/ws/2 or wss://…, not '" + endpoint + "'");
    }
    if (!NAMESPACE.matcher(namespace).matches()) {
      throw new IllegalArgumentException(
          "ditto namespace must be words joined by dots, not '" + namespace + "'");
    }
  }

  @Override
  public String toString() {
    return "DittoSettings[" + endpoint + " as " + user + ", " + namespace + "]";
  }
}
