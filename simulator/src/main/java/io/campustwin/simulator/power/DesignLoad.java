package io.campustwin.simulator.power;

import io.campustwin.asset.Equipment;
import io.campustwin.place.Space;

/**
 * What a circuit has to be laid for: the power that each kind of equipment draws at most, W, from its fact {@code
 * ratedPower} or else what this world's model of the kind can draw; and the next standard size of breaker.
 */
final class DesignLoad {
  /** Sockets of a room, W/m²: an ordinary school room. */
  private static final double SOCKETS = 40;

  /** Preferred currents, A: IEC 60059 and the series of IEC 60898 and 60947 breakers made to it. */
  private static final double[] SIZES = {
    16, 20, 25, 32, 40, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250,
    1600, 2000, 2500, 3150, 4000, 5000, 6300
  };

  /** Share of a breaker's current that a circuit is planned to carry. */
  private static final double PLANNED = 0.8;

  private DesignLoad() {}

  static double of(Equipment piece, Space space) {
    if (piece.kind().equals("chiller")) {
      return fact(piece, "cooling", 480_000) / 2.5;
    }
    double usual =
        switch (piece.kind()) {
          case "lighting-group" -> 8 * space.area();
          case "interactive-panel" -> 250;
          case "public-screen" -> 180;
          case "computer-lab" -> 95.0 * Math.max(1, space.capacity());
          case "dormitory-room" -> 1512 + 35.0 * space.capacity();
          case "fan-coil" -> 60;
          case "air-handler" -> 15 + 10.0 * Math.max(50, space.capacity());
          case "machine-room-monitor" -> 6000;
          case "video-recorder" -> 120;
          case "access-switch" -> 45;
          case "class-board" -> 28;
          default -> 12;
        };
    return fact(piece, "ratedPower", usual);
  }

  static double sockets(Space space) {
    return SOCKETS * space.area() + 8.0 * space.capacity();
  }

  static double fact(Equipment piece, String key, double otherwise) {
    String text = piece.facts().get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw BadCircuit.number(piece.id(), key, Double.NaN);
    }
  }

  /** The breaker of a circuit for so many W. */
  static double breaker(double watts, int phases) {
    double current = watts / (phases * PowerTree.VOLTS * PowerTree.POWER_FACTOR) / PLANNED;
    for (double size : SIZES) {
      if (size >= current) {
        return size;
      }
    }
    return current;
  }
}
