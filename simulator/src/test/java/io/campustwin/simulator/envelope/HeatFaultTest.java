package io.campustwin.simulator.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.codec.Fault;
import io.campustwin.simulator.envelope.HeatPlan.Room;
import io.campustwin.simulator.envelope.Surface.Behind;
import io.campustwin.simulator.envelope.Surface.Pose;
import io.campustwin.simulator.thermal.HeatBalance;
import io.campustwin.simulator.thermal.HeatInput;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot stand in the physical world is refused by name, in both languages, with the mend. */
final class HeatFaultTest {
  private static final Layer BRICK = new Layer("brick", 0.2, 0.5, 1400, 1000);

  @Test
  void a1_anImpossibleWallIsNamedWithItsLayer() {
    Layer paper = new Layer("paper", 0, 0.5, 1400, 1000);
    refused(() -> Construction.of("north", BRICK, paper), "impossible-wall", "north/paper");
    Layer ghost = new Layer("ghost", 0.1, -1, 1400, 1000);
    refused(() -> Construction.of("north", ghost), "impossible-wall", "north/ghost");
    refused(() -> Construction.of("north"), "impossible-wall", "north");
  }

  @Test
  void a2_anImpossibleWindowIsNamed() {
    GlassPane mirror = new GlassPane(0.003, 1, new GlassPane.Sun(0.8, 0.4, 0.4), 0.84, 0.84);
    refused(
        () -> new Window("bay", List.of(mirror), Window.Gap.air(0.012)),
        "impossible-window",
        "bay");
    refused(() -> new Window("bay", List.of(), Window.Gap.air(0.012)), "impossible-window", "bay");
  }

  @Test
  void b1_aRoomWithoutAreaIsNamed() {
    Surface none = new Surface("floor", Pose.FLOOR, 0, wall(), new Behind.Shelter());
    refused(
        () -> plan(new Room("A-101", 60, 0, List.of(none))), "impossible-surface", "A-101/floor");
    refused(() -> plan(new Room("A-101", 60, 0, List.of())), "impossible-room", "A-101");
    refused(() -> plan(new Room("A-101", Double.NaN, 0, List.of())), "impossible-room", "A-101");
  }

  @Test
  void b2_aNegativeGainIsNamedWithItsRoom() {
    Surface floor = new Surface("floor", Pose.FLOOR, 20, wall(), new Behind.Shelter());
    HeatBalance rooms = HeatBalance.of(plan(new Room("A-101", 60, 0, List.of(floor))), 900);
    HeatInput input = rooms.input();
    input.convective[0] = -5;
    refused(() -> rooms.advance(rooms.outdoors(), input), "negative-gain", "A-101");
  }

  @Test
  void c1_aFaultTakesTheLineItCameFrom() {
    HeatFault fault = HeatFault.of(
        "impossible-wall",
        "north",
        new io.campustwin.place.Name("厚度为 0", "thickness is 0"),
        new io.campustwin.place.Name("应大于 0", "give more than 0"));
    assertThat(fault.in("walls.csv", 7).fault().file()).isEqualTo("walls.csv");
    assertThat(fault.in("walls.csv", 7).fault().line()).isEqualTo(7);
  }

  private static HeatPlan plan(Room room) {
    return new HeatPlan(List.of(room), List.of(), List.of(), 0);
  }

  private static Construction wall() {
    return Construction.of("wall", BRICK);
  }

  private static void refused(ThrowingCallable call, String code, String id) {
    assertThatThrownBy(call).isInstanceOfSatisfying(HeatFault.class, thrown -> {
      Fault fault = thrown.fault();
      assertThat(fault.code()).isEqualTo(code);
      assertThat(fault.id()).isEqualTo(id);
      assertThat(fault.message().zh()).isNotEqualTo(fault.message().en());
      assertThat(fault.mend().zh()).isNotBlank();
      assertThat(fault.mend().en()).isNotBlank();
    });
  }
}
