package io.campustwin.adapter.link;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where both ends of one link meet: a broker and the link's id. Topics are {@code campustwin/edge/<link>/to-<end>/...}.
 *
 * @param host of the broker
 * @param port of the broker
 * @param user null for a broker without accounts
 * @param password null for a broker without accounts
 * @param link id, letters, digits and hyphens; each adapter or group of devices has its own
 */
public record LinkAddress(
    String host, int port, @Nullable String user, @Nullable String password, String link) {
  /** Link of the BACnet program's adapter side: {@link EdgeHost} there, {@link LinkAdapter} in the server. */
  public static final String BACNET = "bacnet";

  /** Link of the BACnet program's devices: {@link LinkDevicesHost} there, {@link LinkDevices} in the world. */
  public static final String BACNET_DEVICES = "bacnet-devices";

  private static final Pattern LINK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

  public LinkAddress {
    if (!LINK.matcher(link).matches()) {
      throw new IllegalArgumentException("not a link id: '" + link + "'");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }

  public static LinkAddress of(String host, int port, String link) {
    return new LinkAddress(host, port, null, null, link);
  }

  /** Topic folder of everything that is meant for one end. */
  String inbox(String end) {
    return "campustwin/edge/" + link + "/to-" + end + "/";
  }

  /** Without the password. */
  @Override
  public String toString() {
    return link + "@" + host + ":" + port;
  }
}
