package io.campustwin.simulator.power;

/**
 * One circuit behind one breaker.
 *
 * @param id unique in its tree
 * @param feeder id of the circuit that feeds it; empty for the one at the transformer
 * @param rated current of its breaker, A
 * @param phases 1 or 3
 * @param drop share of the voltage that its line loses at rated current, above 0 and below 1
 */
public record Circuit(String id, String feeder, double rated, int phases, double drop) {
  public Circuit {
    if (!(rated > 0) || Double.isInfinite(rated)) {
      throw BadCircuit.number(id, "rated", rated);
    }
    if (!(drop > 0 && drop < 1)) {
      throw BadCircuit.number(id, "drop", drop);
    }
    if (phases != 1 && phases != 3) {
      throw BadCircuit.number(id, "phases", phases);
    }
  }
}
