package io.campustwin.simulator.network;

/** Traffic from people and terminals, and what it does to a link. */
public final class Load {
  /** Share of people with a device on Wi-Fi in school hours. */
  public static final double CLIENTS_PER_PERSON = 0.35;

  private Load() {}

  /** Mbps that {@code clients} draw; a client averages 0.6 Mbps. */
  public static double traffic(double clients, double screens) {
    return 0.6 * clients + 4 * screens;
  }

  /** Channel busy share of an access point, %: beacons, then clients, never full. */
  public static double channel(double clients) {
    return Math.min(95, 4 + 1.6 * clients);
  }

  /** Latency, ms, of a link with a queue (M/M/1) of service time {@code base} ms at {@code utilisation} 0 to 1. */
  public static double latency(double base, double utilisation) {
    return base / (1 - Math.min(0.98, utilisation));
  }

  /** Loss, %: none until a link is nearly full. */
  public static double loss(double utilisation) {
    return utilisation <= 0.9 ? 0 : Math.min(100, (utilisation - 0.9) * 20);
  }
}
