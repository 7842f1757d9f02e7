package io.campustwin.simulator.evaluate;

/**
 * One figure with its threshold.
 *
 * @param name what it is, in kebab case
 * @param op one of {@code >= <= ==}
 * @param basis {@code standard} or {@code project}
 * @param origin {@code model}, {@code simulated}, {@code live} or {@code imported}
 * @param run id and seed of the scenario it comes from, empty for the model
 */
public record Measure(
    String name,
    double value,
    String unit,
    String op,
    double threshold,
    String basis,
    String origin,
    String run) {
  static Measure model(String name, double value, String unit, double atLeast, String basis) {
    return new Measure(name, value, unit, ">=", atLeast, basis, "model", "");
  }

  /** True if the figure meets its threshold. */
  public boolean isMet() {
    return switch (op) {
      case ">=" -> value >= threshold - 1e-9;
      case "<=" -> value <= threshold + 1e-9;
      default -> Math.abs(value - threshold) <= 1e-9;
    };
  }
}
