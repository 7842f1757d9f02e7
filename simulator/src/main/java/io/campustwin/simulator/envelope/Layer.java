package io.campustwin.simulator.envelope;

/**
 * One layer of a wall. A layer of density 0 only resists.
 *
 * @param material name for messages
 * @param thickness m
 * @param conductivity W/(m K)
 * @param density kg/m³
 * @param specificHeat J/(kg K)
 */
public record Layer(
    String material, double thickness, double conductivity, double density, double specificHeat) {

  /** m²K/W. */
  double resistance() {
    return thickness / conductivity;
  }

  /** J/(m²K). */
  double capacity() {
    return thickness * density * specificHeat;
  }
}
