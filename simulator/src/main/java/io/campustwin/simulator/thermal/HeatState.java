package io.campustwin.simulator.thermal;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Arrays;

/** Everything that lives from step to step, °C and W; modes in the units of {@link io.campustwin.simulator.envelope.Conduction}. */
final class HeatState {
  final double[] modes;
  final double[] inside;
  final double[] outside;
  /** Flow into the room's face, and into the other one, that past temperatures bring; follows from the modes. */
  final double[] past;

  final double[] pastOut;
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
    past = new double[plan.size];
    pastOut = new double[plan.size];
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

  /** Keeps the heat that neighbours owe each other when the step changes its length. */
  void carry(Columns plan, SheetTable before, SheetTable after) {
    for (int s = 0; s < plan.size; s++) {
      if (plan.kind[s] == Columns.NEXT) {
        int k = plan.skin[s];
        owed[s] *= before.seconds * before.cross[k] / (after.seconds * after.cross[k]);
      }
    }
  }

  /** Writes all columns. */
  void save(ByteWriter out) {
    for (double[] column : columns()) {
      for (double value : column) {
        out.real(value);
      }
    }
  }

  /** Reads what {@link #save} wrote for the same plan. */
  void load(ByteReader in) {
    for (double[] column : columns()) {
      for (int i = 0; i < column.length; i++) {
        column[i] = in.real();
      }
    }
  }

  private double[][] columns() {
    return new double[][] {
      modes, inside, outside, past, pastOut, fresh, assumed, owed, air, radiant, plant, gained
    };
  }

  void copyFrom(HeatState other) {
    double[][] to = columns();
    double[][] from = other.columns();
    for (int i = 0; i < to.length; i++) {
      System.arraycopy(from[i], 0, to[i], 0, to[i].length);
    }
  }
}
