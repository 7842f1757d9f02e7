package io.campustwin.simulator.network;

/**
 * What terminals ask of the network, Mbps on average over those that are on. Ours, in the order of the sizing figures that
 * schools use (0.5 to 1 a Wi-Fi client, 4 a high-definition lesson, 4 a camera of 1080 lines).
 */
public final class Load {
  /** Share of people with a device on Wi-Fi in school hours. */
  public static final double CLIENTS_PER_PERSON = 0.35;

  /** Of a client on Wi-Fi, to it. */
  public static final double CLIENT = 0.6;

  /** Of what comes to a client, what it sends. */
  public static final double UP = 0.18;

  /** Of a panel in use, to it. */
  public static final double PANEL = 4;

  /** Of a seat in a computer room, to it. */
  public static final double SEAT = 1;

  /** Of a camera, from it. */
  public static final double CAMERA = 4;

  /** Of a gateway of sensors, from it. */
  public static final double GATEWAY = 0.1;

  private Load() {}

  /** Channel busy share, %: beacons, then the cell's own traffic over what it carries. */
  public static double channel(double load) {
    return Math.min(95, 4 + 91 * load);
  }
}
