package io.campustwin.simulator.air;

/**
 * Fine dust of a room, well mixed: what leaks in through the shell loses a part there, a fresh-air unit filters, dust
 * settles, an air cleaner takes it from the room. Usual values: penetration 0.8 and deposition 0.2 an hour lie inside the
 * ranges of the review of C. Chen, B. Zhao, Atmospheric Environment 45 (2011) 275.
 *
 * @param penetration share that gets through the shell, 0 to 1
 * @param deposition 1/h
 * @param filter share that the filter of the fresh-air unit keeps back, 0 to 1
 */
public record FineDust(double penetration, double deposition, double filter) {
  /** A room with a fresh-air unit of filter class ISO ePM2.5 65 %. */
  public static final FineDust USUAL = new FineDust(0.8, 0.2, 0.65);

  public FineDust {
    if (!(penetration >= 0 && penetration <= 1 && deposition >= 0 && filter >= 0 && filter <= 1)) {
      throw new IllegalArgumentException(penetration + " " + deposition + " " + filter);
    }
  }

  /**
   * Exchange of a room for {@link RoomAir#step}.
   *
   * @param leak through the shell, m³/s
   * @param fresh by the unit, m³/s
   * @param outdoor µg/m³
   * @param volume m³
   * @param cleaner clean air that a cleaner delivers, m³/s
   */
  public RoomAir.Mix mix(double leak, double fresh, double outdoor, double volume, double cleaner) {
    double flow = leak + fresh;
    double share = flow > 0 ? (penetration * leak + (1 - filter) * fresh) / flow : 0;
    return new RoomAir.Mix(flow, share * outdoor, volume, deposition / 3600 + cleaner / volume);
  }
}
