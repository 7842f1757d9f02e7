package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** C1 (no array) and C2 (array) must run 60 s and rest 30 s; their speed takes 3 writes a minute; each draws 4 kW. */
class B03_LimitTest {
  private final Script script = Script.plain();

  private void on() {
    script.run("""
        0 sample C1.chiller.state off
        1 submit c1 bob 8 C1.chiller.state on
        1 ack c1.1
        2 sample C1.chiller.state on
        """);
  }

  @Test
  void a1_throwingASwitchHoldsItAtLevelSix() {
    on();
    assertThat(script.point("C1.chiller.state"))
        .isEqualTo("C1.chiller.state on good [6=on minimum] [8=on bob]");
    assertThat(script.run("60 tick")).isEmpty();
    assertThat(script.reloaded().run("61 tick")).containsExactly("expiry:minimum:1.1 relinquished");
    assertThat(script.point("C1.chiller.state"))
        .isEqualTo("C1.chiller.state on bad(stale) [8=on bob]");
  }

  @Test
  void a2_whatComesTooEarlyWaitsUntilTheTimeIsOver() {
    on();
    assertThat(script.run("30 submit c2 eve 8 C1.chiller.state off"))
        .containsExactly("c2.1 superseded held-by-higher-priority");
    assertThat(script.run("60 tick")).isEmpty();
    assertThat(script.run("61 tick"))
        .containsExactly(
            "expiry:minimum:1.1 sent", "write expiry:minimum:1.1 C1.chiller.state=off @8");
    assertThat(script.point("C1.chiller.state")).contains("[6=off minimum] [8=off eve]");
    script.run("62 ack expiry:minimum:1.1\n62 sample C1.chiller.state off");
    assertThat(script.run("90 tick")).isEmpty();
    assertThat(script.run("91 tick")).containsExactly("expiry:minimum:2.1 relinquished");
  }

  @Test
  void a3_givingUpTooEarlyWaitsToo() {
    on();
    assertThat(script.run("30 submit r bob 8 C1.chiller.state null"))
        .containsExactly("r.1 relinquished");
    assertThat(script.run("61 tick"))
        .containsExactly(
            "expiry:minimum:1.1 sent", "write expiry:minimum:1.1 C1.chiller.state=off @6");
  }

  @Test
  void a4_whoDoesNotWaitIsRefusedByName() {
    on();
    assertThat(script.run("30 submit c2 eve 8 C1.chiller.state off nowait"))
        .containsExactly("c2.1 rejected minimum-time");
    assertThat(script.point("C1.chiller.state")).contains("[8=on bob]");
    assertThat(script.run("31 submit c3 eve 9 C1.chiller.state on nowait"))
        .containsExactly("c3.1 superseded held-by-higher-priority");
  }

  @Test
  void a5_levelsOneToFiveDoNotWait() {
    on();
    assertThat(script.run("30 submit c2 eve 5 C1.chiller.state off"))
        .containsExactly("c2.1 sent", "write c2.1 C1.chiller.state=off @5");
    assertThat(script.point("C1.chiller.state")).contains("[5=off eve] [6=off minimum] [8=on bob]");
    assertThat(script.run("31 submit c3 eve 6 C1.chiller.state on"))
        .containsExactly("c3.1 rejected bad-priority");
  }

  @Test
  void a6_aSwitchThatWasNotThrownAfterAllIsNotHeld() {
    script.run("0 sample C1.chiller.state off\n1 submit c1 bob 8 C1.chiller.state on");
    assertThat(script.run("2 linkdown c1.1")).containsExactly("c1.1 failed link-down");
    assertThat(script.point("C1.chiller.state")).doesNotContain("[");
  }

  @Test
  void a7_whatDoesNotThrowTheSwitchHoldsNothing() {
    script.run("0 sample C1.chiller.state off\n1 submit c1 bob 8 C1.chiller.state off");
    assertThat(script.point("C1.chiller.state")).endsWith("good [8=off bob]");
    script.run("2 submit c2 bob 7 F1.unit.mode cool");
    assertThat(script.point("F1.unit.mode")).doesNotContain("[6");
  }

  @Test
  void a8_inADevicesOwnArrayLevelSixIsWritten() {
    script.run("0 sample C2.chiller.state off");
    assertThat(script.run("1 submit c1 bob 8 C2.chiller.state on"))
        .containsExactly(
            "c1.1 sent",
            "write c1.1 C2.chiller.state=on @8",
            "minimum:1.1 sent",
            "write minimum:1.1 C2.chiller.state=on @6");
    script.run("2 ack minimum:1.1\n2 ack c1.1\n3 slots C2.chiller.state 6=on 8=on");
    assertThat(script.run("4 submit c2 bob 8 C2.chiller.state off"))
        .containsExactly("c2.1 sent", "write c2.1 C2.chiller.state=off @8");
    script.run("5 ack c2.1\n5 slots C2.chiller.state 6=on 8=off");
    assertThat(script.run("61 tick"))
        .containsExactly(
            "expiry:minimum:1.1.1 sent",
            "write expiry:minimum:1.1.1 C2.chiller.state=null @6",
            "expiry:minimum:1.1.1 superseded newer-command",
            "minimum:2.1 sent",
            "write minimum:2.1 C2.chiller.state=off @6");
  }

  @Test
  void b1_moreWritesThanAPointTakesAreRefused() {
    for (int n = 1; n <= 3; n++) {
      assertThat(script.run(n + " submit c" + n + " bob 8 C1.chiller.speed " + n))
          .contains("c" + n + ".1 sent");
    }
    assertThat(script.reloaded().run("60.999 submit c4 bob 8 C1.chiller.speed 4"))
        .containsExactly("c4.1 rejected rate-limited");
    assertThat(script.run("60.999 submit c5 bob 3 C1.chiller.speed 5"))
        .containsExactly("c5.1 rejected rate-limited");
    assertThat(script.run("61 submit c6 bob 8 C1.chiller.speed 6")).contains("c6.1 sent");
    assertThat(script.run("61.5 submit c7 bob 2 C1.chiller.speed 7")).contains("c7.1 sent");
    assertThat(script.run("62 submit r bob 2 C1.chiller.speed null")).contains("r.1 sent");
  }

  private static final String ALL =
      " bob 8 C1.chiller.speed,L1.lamp.on,C2.chiller.speed,C2.chiller.state,C1.chiller.state ";

  @Test
  void b2_whatIsRefusedCountsForNothing() {
    script.run("1 submit a bob 8 C1.chiller.speed 1\n1 submit b bob 8 C1.chiller.speed 101");
    script.run("1 submit c bob 8 C1.chiller.speed 2\n1 submit d bob 8 C1.chiller.speed 3");
    assertThat(script.run("60.999 submit e bob 8 C1.chiller.speed 4"))
        .containsExactly("e.1 rejected rate-limited");
    assertThat(script.run("61 submit f bob 8 C1.chiller.speed 4")).contains("f.1 sent");
  }

  @Test
  void c1_aSceneSetsEachTargetToItsOwn() {
    assertThat(script.run("1 submit c" + ALL + "50,true,60,on,on scene=lesson"))
        .filteredOn(line -> line.startsWith("write c"))
        .containsExactly(
            "write c.1 C1.chiller.speed=50.0 @8",
            "write c.2 L1.lamp.on=true @8",
            "write c.3 C2.chiller.speed=60.0 @8",
            "write c.4 C2.chiller.state=on @8",
            "write c.5 C1.chiller.state=on @8");
  }

  @Test
  void c2_soManyASecondInTargetOrder() {
    assertThat(script.run("1 submit c" + ALL + "50,7,60,on,on scene=x persecond=2"))
        .containsExactly(
            "c.1 accepted",
            "c.2 rejected wrong-type",
            "c.3 accepted",
            "c.4 accepted",
            "c.5 accepted",
            "c.1 sent",
            "write c.1 C1.chiller.speed=50.0 @8",
            "c.3 sent",
            "write c.3 C2.chiller.speed=60.0 @8");
    assertThat(script.run("1.999 tick")).isEmpty();
    assertThat(script.reloaded().run("2 tick"))
        .filteredOn(line -> line.startsWith("write c"))
        .containsExactly("write c.4 C2.chiller.state=on @8", "write c.5 C1.chiller.state=on @8");
    assertThat(script.run("9 tick")).noneMatch(line -> line.startsWith("write"));
  }

  @Test
  void c3_noMorePowerOnItsWayUpThanAllowed() {
    script.run("0 sample C1.chiller.speed 0\n0 sample C2.chiller.speed 0");
    assertThat(script.run("1 submit c" + ALL + "50,true,60,on,on scene=x watts=4400"))
        .filteredOn(line -> line.startsWith("write c"))
        .as("2 kW, then a lamp of unknown power, which has to go alone")
        .containsExactly("write c.1 C1.chiller.speed=50.0 @8");
    assertThat(writes("3.999 tick")).isEmpty();
    assertThat(writes("4 tick")).containsExactly("write c.2 L1.lamp.on=true @8");
    assertThat(writes("6.999 tick")).isEmpty();
    assertThat(writes("7 tick"))
        .as("2.4 kW; 4 kW more would be too much")
        .containsExactly("write c.3 C2.chiller.speed=60.0 @8");
    script.reloaded();
    assertThat(writes("10 tick")).containsExactly("write c.4 C2.chiller.state=on @8");
    assertThat(writes("13 tick")).containsExactly("write c.5 C1.chiller.state=on @8");
  }

  @Test
  void c4_justTheLimitIsAllowedAndLessPowerAlwaysIs() {
    script.run("0 sample C1.chiller.speed 0\n0 sample C2.chiller.speed 0");
    String two = "1 submit c bob 8 C1.chiller.speed,C2.chiller.speed ";
    assertThat(writes(two + "50 watts=4000")).hasSize(2);
    script.run("100 sample C1.chiller.speed 50\n100 sample C2.chiller.speed 50");
    String down = "101 submit d bob 8 C1.chiller.speed,C2.chiller.speed ";
    assertThat(writes(down + "10 watts=1")).hasSize(2);
  }

  @Test
  void c5_whatWaitsEndsWithItsDeadline() {
    script.run("1 submit c" + ALL + "50,true,60,on,on scene=x persecond=1 deadline=3");
    assertThat(script.run("2.5 tick")).contains("c.2 sent");
    assertThat(script.run("3 tick"))
        .containsExactly(
            "c.3 expired deadline-passed",
            "c.4 expired deadline-passed",
            "c.5 expired deadline-passed");
    script.run("10 submit n bob 9 C1.chiller.speed,C2.chiller.speed 5 watts=1");
    script.run("609.999 tick");
    assertThat(script.run("610 tick")).isEmpty();
    script.run("700 sample C1.chiller.speed 0\n700 sample C2.chiller.speed 0");
    script.run("700 submit m bob 7 C1.chiller.speed,C2.chiller.speed 5 watts=1");
    assertThat(script.run("1300 tick")).contains("m.2 expired deadline-passed");
  }

  @Test
  void c6_afterARestartWhatWaitedGoesOnAndWhatWasSentIsNotSentAgain() {
    script.run("1 submit c" + ALL + "50,true,60,on,on scene=x persecond=1 deadline=60");
    assertThat(script.reloaded().run("2 restart")).containsExactly("c.1 failed restart");
    assertThat(writes("3 tick")).containsExactly("write c.2 L1.lamp.on=true @8");
    assertThat(script.reloaded().run("60 restart\n60 tick"))
        .containsExactly(
            "c.2 failed restart",
            "c.3 expired deadline-passed",
            "c.4 expired deadline-passed",
            "c.5 expired deadline-passed");
  }

  @Test
  void c7_aNewerCommandForTheSlotEndsWhatWaitsForIt() {
    script.run("1 submit c" + ALL + "50,true,60,on,on scene=x persecond=1");
    assertThat(script.run("1 submit d eve 8 C2.chiller.speed 10"))
        .containsExactly(
            "c.3 superseded newer-command", "d.1 sent", "write d.1 C2.chiller.speed=10.0 @8");
    assertThat(script.run("1 submit e eve 9 C2.chiller.state null"))
        .containsExactly("e.1 relinquished");
    assertThat(writes("2 tick")).containsExactly("write c.2 L1.lamp.on=true @8");
    assertThat(writes("3 tick")).containsExactly("write c.4 C2.chiller.state=on @8");
  }

  @Test
  void d1_theReadBackMayDifferByTheToleranceAndComeWithinTheSettlingTime() {
    script.run("1 submit c1 bob 8 F1.set.point 20\n1 ack c1.1");
    assertThat(script.run("2 sample F1.set.point 20.51")).isEmpty();
    assertThat(script.run("3 sample F1.set.point 19.5")).containsExactly("c1.1 confirmed");
    script.run("10 submit c2 bob 8 F1.set.point 25\n10 ack c2.1");
    assertThat(script.run("12.999 tick")).isEmpty();
    assertThat(script.run("13 tick")).containsExactly("c2.1 timed-out no-read-back");
  }

  private java.util.List<String> writes(String line) {
    return script.run(line).stream()
        .filter(one ->
            one.startsWith("write c") || one.startsWith("write d") || one.startsWith("write m"))
        .filter(one -> !one.startsWith("write minimum"))
        .toList();
  }
}
