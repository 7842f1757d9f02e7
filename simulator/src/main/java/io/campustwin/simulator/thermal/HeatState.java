package io.campustwin.simulator.thermal;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Arrays;

/**
 * What faces of a block keep from step to step, °C and W; modes in the units of {@link io.campustwin.simulator.envelope.Conduction}.
 */
final class HeatState {
  /** Columns of doubles a face besides the modes. */
  static final int DOUBLES = 6;

  /** By number of the mode, then by face; of a wall between rooms at its first face. */
  final double[][] modes;

  final double[] inside;
  final double[] outside;
  /** Flow into the room's face, and into the other one, that past temperatures bring; follows from the modes. */
  final double[] past;

  final double[] pastOut;
  /** Faces towards a neighbour: what the next step takes its face for. */
  final double[] assumed;
  /** Sum of what the neighbour's face was above what it was taken for, K: heat still on its way. */
  final double[] owed;

  HeatState(Columns plan) {
    modes = new double[plan.modes][plan.size];
    inside = new double[plan.size];
    outside = new double[plan.size];
    past = new double[plan.size];
    pastOut = new double[plan.size];
    assumed = new double[plan.size];
    owed = new double[plan.size];
  }

  /** All of the temperature of their room, at rest. */
  void settle(Columns plan, SheetTable table, double[] rooms) {
    for (int s = 0; s < plan.size; s++) {
      double temperature = rooms[plan.room[s]];
      inside[s] = temperature;
      outside[s] = temperature;
      assumed[s] = temperature;
    }
    Arrays.fill(owed, 0);
    for (Columns.Lot lot : plan.lots) {
      double[] stored = table.responses.get(lot.skin()).stored;
      for (int m = 0; m < stored.length; m++) {
        for (int s = lot.from(); s < lot.middle(); s++) {
          modes[m][s] = stored[m] * rooms[plan.room[s]];
        }
      }
    }
  }

  /** Adds, by room, the heat its walls hold over 0 °C and what they hold for each kelvin, J and J/K. */
  void held(Columns plan, SheetTable table, double[] heat, double[] capacity) {
    for (Columns.Lot lot : plan.lots) {
      double[] stored = table.responses.get(lot.skin()).stored;
      for (int s = lot.from(); s < lot.to(); s++) {
        int kept = s < lot.middle() ? s : s - lot.walls();
        for (int m = 0; m < stored.length && lot.walls() > 0; m++) {
          heat[plan.room[s]] += plan.area[s] * stored[m] * modes[m][kept];
          capacity[plan.room[s]] += plan.area[s] * stored[m] * stored[m];
        }
      }
    }
  }

  /** Keeps the heat that neighbours owe each other when the step changes its length. */
  void carry(Columns plan, SheetTable before, SheetTable after) {
    for (Columns.Lot lot : plan.lots) {
      if (lot.kind() == Columns.NEXT) {
        int k = lot.skin();
        double share = before.seconds * before.cross[k] / (after.seconds * after.cross[k]);
        for (int s = lot.from(); s < lot.to(); s++) {
          owed[s] *= share;
        }
      }
    }
  }

  /** Works the past of every face out of its modes; after anything but a step. */
  void remember(Columns plan, SheetTable table) {
    for (Columns.Lot lot : plan.lots) {
      double cross = lot.kind() == Columns.NEXT ? table.cross[lot.skin()] : 0;
      for (int s = lot.from(); s < lot.middle(); s++) {
        past[s] = sum(table, lot.skin(), s, 1) + cross * assumed[s];
        pastOut[s] = sum(table, lot.skin(), s, 0);
      }
      int apart = lot.walls();
      for (int s = lot.middle(); s < lot.to(); s++) {
        past[s] = pastOut[s - apart] + cross * assumed[s];
      }
    }
  }

  private double sum(SheetTable table, int skin, int s, int column) {
    double[] columns = table.responses.get(skin).columns;
    double sum = 0;
    for (int m = 0; m * SheetTable.WIDTH < columns.length; m++) {
      sum += columns[m * SheetTable.WIDTH + column] * modes[m][s];
    }
    return sum;
  }

  /** Heat held by the block's walls, counted from 0 °C, J. */
  double stored(Columns plan, SheetTable table) {
    double sum = 0;
    for (Columns.Lot lot : plan.lots) {
      double[] stored = table.responses.get(lot.skin()).stored;
      double onItsWay = table.seconds * table.cross[lot.skin()];
      for (int s = lot.from(); s < lot.to(); s++) {
        double held = lot.kind() == Columns.NEXT ? onItsWay * owed[s] : 0;
        for (int m = 0; s < lot.middle() && m < stored.length; m++) {
          held += stored[m] * modes[m][s];
        }
        sum += plan.area[s] * held;
      }
    }
    return sum;
  }

  /** Writes all columns. */
  void save(ByteWriter out) {
    for (double[] column : columns()) {
      out.reals(column);
    }
  }

  /** Reads what {@link #save} wrote for the same plan. */
  void load(ByteReader in) {
    for (double[] column : columns()) {
      in.reals(column);
    }
  }

  void copyFrom(HeatState other) {
    double[][] to = columns();
    double[][] from = other.columns();
    for (int i = 0; i < to.length; i++) {
      System.arraycopy(from[i], 0, to[i], 0, to[i].length);
    }
  }

  private double[][] columns() {
    double[][] all = Arrays.copyOf(modes, modes.length + DOUBLES);
    double[][] others = {inside, outside, past, pastOut, assumed, owed};
    System.arraycopy(others, 0, all, modes.length, DOUBLES);
    return all;
  }
}
