package io.campustwin.simulator.thermal;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a block of rooms: every face is brought to the form {@code flow = yielding u - past} with its outer face
 * eliminated, the sum over faces leaves two equations (air, radiant node), the ideal plant follows from the first,
 * and the faces and modes from both. Coefficients of convection and radiation are those of the temperatures before the
 * step. One solver a thread; it allocates nothing.
 *
 * <p>Cost: each stage is a few short loops over columns of one index, which the compiler turns into vectors; only the room
 * of a face, the cube root's guess and the sums of rooms are done one by one. Some 20 ns a face and step.
 */
final class RoomSolver {
  private final SheetTable table;
  private final RoomState rooms;
  private final RoomState.Sums sums;
  private final Faces faces;
  private final List<Stages> stages = new ArrayList<>();

  /** What is done with one block. */
  private record Stages(Block block, OuterFaces outer, InnerFaces inner, WallModes walls) {}

  RoomSolver(List<Block> blocks, SheetTable table, RoomState rooms) {
    this.table = table;
    this.rooms = rooms;
    sums = rooms.sums;
    faces = new Faces(blocks.stream().mapToInt(b -> b.plan.size).max().orElse(0));
    for (Block block : blocks) {
      Columns columns = block.plan;
      stages.add(new Stages(
          block,
          new OuterFaces(faces, sums.light, columns, block.state),
          new InnerFaces(faces, sums, columns, block.state),
          new WallModes(faces, columns, block.state)));
    }
  }

  /**
   * The rooms of a block and the walls between them.
   *
   * @param weight of this part of a step in the means
   */
  void solve(int block, Outdoors sky, HeatInput input, double weight) {
    Stages own = stages.get(block);
    Columns plan = own.block.plan;
    HeatState state = own.block.state;
    begin(plan);
    shine(plan, sky);
    own.outer.solve(table, sky);
    own.inner.solve(rooms.air);
    for (int r = plan.from; r < plan.to; r++) {
      close(r, own.block.capacity[r - plan.from], input, weight);
    }
    settle(plan, state);
    own.walls.advance(table);
    for (int r = plan.from; r < plan.to; r++) {
      sums.gained[r] += sums.light[r] * own.block.kept[r - plan.from];
      rooms.gained[r] += (sums.gained[r] - rooms.gained[r]) * weight;
    }
  }

  private void begin(Columns plan) {
    for (int r = plan.from; r < plan.to; r++) {
      sums.light[r] = 0;
      sums.gained[r] = 0;
      sums.exchange[r] = Radiation.between(rooms.radiant[r], rooms.radiant[r]);
    }
  }

  private void shine(Columns plan, Outdoors sky) {
    for (Columns.Lot lot : plan.lots) {
      if (lot.kind() == Columns.WINDOW) {
        for (int s = lot.from(); s < lot.to(); s++) {
          int a = plan.aperture[s];
          sums.light[plan.room[s]] += plan.area[s] * sky.through[a];
          sums.gained[plan.room[s]] += plan.area[s] * sky.inner[a];
        }
      }
    }
  }

  private void close(int r, double capacity, HeatInput input, double weight) {
    double hold = capacity / table.seconds;
    double stiffRadiant = 1 / sums.radiantRadiant[r];
    double share = sums.airRadiant[r] * stiffRadiant;
    double radiant = sums.radiantSource[r] + input.radiant[r];
    double stiff = hold + input.airFlow[r] + sums.airAir[r] - sums.airRadiant[r] * share;
    double all = hold * rooms.air[r]
        + input.airFlow[r] * input.supply[r]
        + input.convective[r]
        + input.delivered[r]
        + sums.airSource[r]
        + share * radiant;
    double plant = plant(r, input, stiff, all);
    double air = (all + plant) / stiff;
    rooms.plant[r] += (plant - rooms.plant[r]) * weight;
    rooms.air[r] = air;
    rooms.radiant[r] = (radiant + sums.airRadiant[r] * air) * stiffRadiant;
    sums.gained[r] += plant
        + input.delivered[r]
        + input.convective[r]
        + input.radiant[r]
        + input.airFlow[r] * (input.supply[r] - air);
  }

  /** What holds the air at its set point by the end of the step; positive heats. */
  private static double plant(int r, HeatInput input, double stiff, double known) {
    double lack = stiff * input.heatTo[r] - known;
    if (lack > 0) {
      return Math.min(lack, input.heatMost[r]);
    }
    double surplus = known - stiff * input.coolTo[r];
    return surplus > 0 ? -Math.min(surplus, input.coolMost[r]) : 0;
  }

  /** Faces from air and node, and what came in at the outer ones. */
  private void settle(Columns plan, HeatState state) {
    for (int s = 0; s < plan.size; s++) {
      int r = plan.room[s];
      faces.air[s] = rooms.air[r];
      faces.node[s] = rooms.radiant[r];
    }
    inside(state.inside, plan.size);
    outside(plan, state);
    for (int s = plan.outer; s < plan.size; s++) {
      sums.gained[plan.room[s]] += faces.drive[s];
    }
  }

  private void inside(double[] inside, int size) {
    double[] known = faces.known;
    double[] moves = faces.moves;
    double[] radiates = faces.radiates;
    double[] air = faces.air;
    double[] node = faces.node;
    for (int s = 0; s < size; s++) {
      inside[s] = known[s] + moves[s] * air[s] + radiates[s] * node[s];
    }
  }

  private void outside(Columns plan, HeatState state) {
    double[] inside = state.inside;
    double[] outside = state.outside;
    double[] area = plan.area;
    double[] came = faces.drive;
    for (int s = plan.outer; s < plan.size; s++) {
      outside[s] = faces.free[s] + faces.factor[s] * inside[s];
      came[s] = area[s] * (faces.source[s] - faces.film[s] * outside[s]);
    }
  }
}
