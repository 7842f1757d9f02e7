package io.campustwin.simulator.smoke;

/** Air as an ideal gas at the pressure of the sea; smoke is air with something in it. */
final class Air {
  /** J/(kg K). */
  static final double CP = 1005;

  /** m/s². */
  static final double G = 9.81;

  /** Pressure over gas constant, kg K/m³: density times temperature. */
  static final double DENSE = 353;

  /** Mass of oxygen in a kilogram. */
  static final double OXYGEN = 0.232;

  /** Molar masses, g/mol: air, oxygen, carbon monoxide, carbon dioxide. */
  static final double MOLAR = 28.96;

  static final double MOLAR_O2 = 32.0;
  static final double MOLAR_CO = 28.01;
  static final double MOLAR_CO2 = 44.01;

  private Air() {}

  /** kg/m³ at a temperature, K. */
  static double density(double kelvin) {
    return DENSE / kelvin;
  }
}
