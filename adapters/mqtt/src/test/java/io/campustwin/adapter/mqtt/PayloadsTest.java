package io.campustwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON on the wire, word for word. */
class PayloadsTest {
  @Test
  void a1_stateAsAgreed() {
    Payloads.State state = new Payloads.State(Value.of(21.5), Quality.GOOD, 1_000, true);
    assertThat(text(Payloads.state(state)))
        .isEqualTo("{\"v\":21.5,\"t\":1000,\"q\":\"good\",\"sim\":true}");
    assertThat(Payloads.readState(Payloads.state(state))).contains(state);
  }

  @Test
  void a2_qualityKeepsItsReason() {
    Payloads.State state = new Payloads.State(
        Value.of("off"), Quality.uncertain(Quality.Reason.OUT_OF_RANGE), 1_000, false);
    assertThat(Payloads.readState(Payloads.state(state))).contains(state);
  }

  @Test
  void a3_orderAsAgreed() {
    Payloads.Order order = new Payloads.Order("c1.0", Value.of(true), 8, 5_000);
    assertThat(text(Payloads.order(order)))
        .isEqualTo("{\"v\":true,\"id\":\"c1.0\",\"p\":8,\"deadline\":5000}");
    assertThat(Payloads.readOrder(Payloads.order(order))).contains(order);
  }

  @Test
  void a4_answerAsAgreed() {
    Payloads.Answer yes = new Payloads.Answer("c1.0", WriteOutcome.ACKNOWLEDGED);
    assertThat(text(Payloads.answer(yes)))
        .isEqualTo("{\"id\":\"c1.0\",\"ok\":true,\"detail\":\"\"}");
    Payloads.Answer late =
        new Payloads.Answer("c1.0", WriteOutcome.of(WriteOutcome.Kind.EXPIRED, "late"));
    assertThat(Payloads.readAnswer(Payloads.answer(late))).contains(late);
    assertThat(Payloads.readAnswer(bytes("{\"id\":\"x\",\"ok\":false}")))
        .contains(new Payloads.Answer("x", WriteOutcome.of(WriteOutcome.Kind.REFUSED, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "21.5",
        "null",
        "{\"v\":null,\"t\":1}",
        "{\"v\":1}",
        "{\"v\":1,\"t\":\"now\"}",
        "{\"v\":1e999,\"t\":1}",
        "{\"v\":1,\"t\":1,\"q\":\"splendid\"}"
      })
  void b1_whatIsNoStateIsEmpty(String payload) {
    assertThat(Payloads.readState(bytes(payload))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
