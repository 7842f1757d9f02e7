package io.campustwin.simulator.thermal;

import java.util.Arrays;

/**
 * Lets the modes of a block's walls run with their mean face temperatures and sums up the past for the next step, mode by
 * mode over all walls of a lot: the mode's five numbers stay in registers. Then rooms side by side take note of each
 * other's faces.
 */
final class WallModes {
  private static final double PAID = 0.1;
  private final Columns plan;
  private final HeatState state;
  /** The face behind each face between rooms. */
  private final double[] behind;

  WallModes(Faces faces, Columns plan, HeatState state) {
    this.plan = plan;
    this.state = state;
    behind = faces.free;
  }

  void advance(SheetTable table) {
    for (Columns.Lot lot : plan.lots) {
      if (lot.kind() == Columns.NEXT) {
        cross(state.inside, behind, lot);
        run(lot, table, behind);
        System.arraycopy(state.pastOut, lot.from(), state.past, lot.middle(), lot.walls());
        expect(lot.from(), lot.to(), table.cross[lot.skin()]);
      } else if (lot.kind() != Columns.WINDOW) {
        run(lot, table, state.outside);
      }
    }
  }

  /** Gives each face of a wall between rooms what its other face has. */
  private static void cross(double[] own, double[] other, Columns.Lot lot) {
    System.arraycopy(own, lot.middle(), other, lot.from(), lot.walls());
    System.arraycopy(own, lot.from(), other, lot.middle(), lot.walls());
  }

  private void run(Columns.Lot lot, SheetTable table, double[] outside) {
    double[] columns = table.responses.get(lot.skin()).columns;
    Arrays.fill(state.past, lot.from(), lot.middle(), 0);
    Arrays.fill(state.pastOut, lot.from(), lot.middle(), 0);
    for (int m = 0; m * SheetTable.WIDTH < columns.length; m++) {
      mode(lot, state.modes[m], columns, m * SheetTable.WIDTH, outside);
    }
  }

  private void mode(Columns.Lot lot, double[] mode, double[] columns, int at, double[] outside) {
    double[] inside = state.inside;
    double[] past = state.past;
    double[] pastOut = state.pastOut;
    double toOut = columns[at];
    double toIn = columns[at + 1];
    double fade = columns[at + 2];
    double gainOut = columns[at + 3];
    double gainIn = columns[at + 4];
    int to = lot.middle();
    for (int s = lot.from(); s < to; s++) {
      double now = fade * mode[s] + gainOut * outside[s] + gainIn * inside[s];
      mode[s] = now;
      pastOut[s] += toOut * now;
      past[s] += toIn * now;
    }
  }

  /** The other face is taken to stay, and a tenth of what is owed is paid: stable while a wall passes less than the air. */
  private void expect(int from, int to, double cross) {
    double[] owed = state.owed;
    double[] assumed = state.assumed;
    double[] past = state.past;
    double[] other = behind;
    for (int s = from; s < to; s++) {
      owed[s] += other[s] - assumed[s];
      assumed[s] = other[s] + PAID * owed[s];
      past[s] += cross * assumed[s];
    }
  }
}
