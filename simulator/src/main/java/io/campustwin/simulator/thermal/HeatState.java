package io.campustwin.simulator.thermal;

import java.util.Arrays;

/** Everything that lives from step to step, °C and W; modes in the units of {@link io.campustwin.simulator.envelope.Conduction}. */
final class HeatState {
  final double[] modes;
  final double[] inside;
  final double[] outside;
  /** Faces towards a neighbour: its temperature after this step, and what the next step takes it for. */
  final double[] fresh;

  final double[] assumed;
  /** Sum of what the neighbour's face was above what it was taken for, K: heat still on its way. */
  final double[] owed;

  final double[] air;
  final double[] radiant;
  final double[] plant;
  final double[] gained;

  HeatState(Columns plan) {
    modes = new double[plan.states];
    inside = new double[plan.size];
    outside = new double[plan.size];
    fresh = new double[plan.size];
    assumed = new double[plan.size];
    owed = new double[plan.size];
    air = new double[plan.rooms];
    radiant = new double[plan.rooms];
    plant = new double[plan.rooms];
    gained = new double[plan.rooms];
  }

  /** All of one temperature, at rest. */
  void settle(Columns plan, SheetTable table, double temperature) {
    for (double[] column : new double[][] {inside, outside, fresh, assumed, air, radiant}) {
      Arrays.fill(column, temperature);
    }
    Arrays.fill(owed, 0);
    for (int s = 0; s < plan.size; s++) {
      double[] stored = table.responses.get(plan.skin[s]).stored;
      for (int k = 0; k < stored.length; k++) {
        modes[plan.state[s] + k] = stored[k] * temperature;
      }
    }
  }

  void copyFrom(HeatState other) {
    double[][] to = {modes, inside, outside, fresh, assumed, owed, air, radiant, plant, gained};
    double[][] from = {
      other.modes,
      other.inside,
      other.outside,
      other.fresh,
      other.assumed,
      other.owed,
      other.air,
      other.radiant,
      other.plant,
      other.gained
    };
    for (int i = 0; i < to.length; i++) {
      System.arraycopy(from[i], 0, to[i], 0, to[i].length);
    }
  }
}
