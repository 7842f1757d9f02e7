package io.campustwin.simulator.smoke;

/**
 * What burns, by mass of fuel.
 *
 * @param heat of combustion, J/kg
 * @param soot kg/kg
 * @param carbonMonoxide kg/kg
 * @param carbonDioxide kg/kg
 * @param radiated share of the heat that is radiated past the plume
 */
public record Fuel(
    double heat, double soot, double carbonMonoxide, double carbonDioxide, double radiated) {
  /** Heat a kilogram of oxygen releases whatever the fuel, J (Huggett 1980). */
  static final double OXYGEN = 13.1e6;

  /**
   * Furnished rooms before flashover, as New Zealand's verification method C/VM2 prescribes for design fires: mixed
   * plastics and wood (recalled; 20 MJ/kg, soot 0.07, CO 0.04, CO2 1.5, a third radiated).
   */
  public static final Fuel FURNITURE = new Fuel(20e6, 0.07, 0.04, 1.5, 0.35);
}
