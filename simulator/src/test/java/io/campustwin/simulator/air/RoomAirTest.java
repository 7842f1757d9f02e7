package io.campustwin.simulator.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Carbon dioxide against closed forms. */
class RoomAirTest {
  @Test
  void a1_followsTheExponentialWhateverTheStep() {
    double flow = 0.25;
    double volume = 200;
    double steady = 420 + 45 * RoomAir.CO2_PER_PERSON * 1000 / flow;
    double exact = steady + (420 - steady) * Math.exp(-flow / volume * 3600);
    double one = RoomAir.co2(420, 45 * RoomAir.CO2_PER_PERSON, flow, volume, 3600);
    double many = 420;
    for (int i = 0; i < 60; i++) {
      many = RoomAir.co2(many, 45 * RoomAir.CO2_PER_PERSON, flow, volume, 60);
    }
    assertThat(one).isCloseTo(exact, within(1e-9));
    assertThat(many).isCloseTo(exact, within(1e-9));
  }

  @Test
  void a2_risesBy684PpmFor45PupilsAt20CubicMetresAnHour() {
    double steady = RoomAir.co2(420, 45 * RoomAir.CO2_PER_PERSON, 0.25, 200, 1e6);
    assertThat(steady - 420).isCloseTo(684, within(1.0));
  }

  @Test
  void a3_addsUpInASealedRoom() {
    double after = RoomAir.co2(420, 0.1, 0, 100, 1000);
    assertThat(after).isCloseTo(420 + 0.1 * 1000 * 1000 / 100, within(1e-9));
  }

  @Test
  void a4_aFadeThatIsKeptGivesTheSameBits() {
    RoomAir.Mix mix = new RoomAir.Mix(0.25, RoomAir.CO2_OUTDOOR, 187, 0);
    double kept = RoomAir.fade(0.25, 187, 900);
    assertThat(RoomAir.faded(mix, 903, 171, kept)).isEqualTo(RoomAir.step(mix, 903, 171, 900));
  }

  @Test
  void b1_moistureGoesThereAndBack() {
    assertThat(Moisture.relative(22, Moisture.absolute(22, 47))).isCloseTo(47, within(1e-9));
  }
}
