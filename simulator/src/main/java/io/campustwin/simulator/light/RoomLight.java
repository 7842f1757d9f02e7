package io.campustwin.simulator.light;

/**
 * Daylight factors of a room behind one glazed wall: on the desks (mean of nine points, 0.75 m high) and on the board (its
 * middle, 1.5 m high, on the wall across the window wall, as Chinese classrooms have it). Sky component by {@link
 * SkyComponent}, what stands outside by a fifth of the sky it hides, inner reflection by the split-flux formula of the
 * Building Research Establishment: 0.01 τ W / (A (1 - R)) (C Rfw + 5 Rcw), C 39 for a free sky (Hopkinson et al. 1966).
 * Reflectances of GB 50033: ceiling 0.7, walls 0.5, floor 0.2. The wall is a strip of windows 1.8 m high on a sill of 0.9 m.
 */
public final class RoomLight {
  /** Of clean double glazing with its frame and some dirt. */
  static final double TRANSMITTANCE = 0.68;

  private static final double SILL = 0.9;
  private static final double WINDOW = 1.8;
  private static final double DESK = 0.75;
  private static final double BOARD = 1.5;
  private static final double STRIP = 0.85;
  private static final double OBSTRUCTION = 0.2;
  private static final double FREE_SKY = 39;
  private static final double[] UP = {0, 0, 1};
  private static final double[] ALONG = {1, 0, 0};

  private RoomLight() {}

  /**
   * What the formulas need.
   *
   * @param floor m²
   * @param inner area of all inner surfaces, m²
   * @param glass m²
   * @param sky share of the even sky that neighbours leave free, 0 to 1
   */
  public record Room(double floor, double inner, double glass, double sky) {
    public Room {
      if (!(floor > 0 && inner > 0 && glass >= 0 && sky >= 0 && sky <= 1)) {
        throw new IllegalArgumentException(
            "room of " + floor + " m² floor, " + inner + " m² inside, " + glass + " m² glass");
      }
    }

    private double wall() {
      return Math.min(Math.max(glass / WINDOW / STRIP, 1), 3 * Math.sqrt(floor));
    }

    private double depth() {
      return floor / wall();
    }
  }

  /** Mean over the desks, share of outdoor diffuse illuminance. */
  public static double desks(Room room) {
    if (room.glass <= 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < 9; i++) {
      double right = room.wall() * (1 + 2 * (i % 3)) / 6;
      double away = room.depth() * (1 + 2 * (i / 3)) / 6;
      sum += SkyComponent.of(seen(room, right, away, DESK), UP, true);
    }
    return direct(room, sum / 9) + inner(room);
  }

  /** On the middle of the board. */
  public static double board(Room room) {
    if (room.glass <= 0) {
      return 0;
    }
    double sky = SkyComponent.of(seen(room, 0, room.depth() / 2, BOARD), ALONG, true);
    return direct(room, sky) + inner(room);
  }

  private static SkyComponent.Opening seen(Room room, double right, double away, double height) {
    double wide = room.glass / WINDOW;
    double edge = (room.wall() - wide) / 2;
    return new SkyComponent.Opening(
        edge - right,
        edge + Math.max(wide, 0.1) - right,
        SILL - height,
        SILL + WINDOW - height,
        away);
  }

  private static double direct(Room room, double sky) {
    return TRANSMITTANCE * sky * (room.sky + OBSTRUCTION * (1 - room.sky));
  }

  /** Mean of what walls, floor and ceiling throw back. */
  static double inner(Room room) {
    double walls = Math.max(0, room.inner - 2 * room.floor);
    double mean = (0.9 * room.floor + 0.5 * walls) / room.inner;
    double lower = (0.2 * room.floor + 0.5 * walls / 2) / (room.floor + walls / 2);
    double upper = (0.7 * room.floor + 0.5 * walls / 2) / (room.floor + walls / 2);
    double seen = FREE_SKY * room.sky + OBSTRUCTION * FREE_SKY * (1 - room.sky);
    return 0.01
        * TRANSMITTANCE
        * room.glass
        / (room.inner * (1 - mean))
        * (seen * lower + 5 * upper);
  }
}
