package io.campustwin.simulator.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.campustwin.simulator.LittleRules;
import io.campustwin.simulator.LittleSchool;
import io.campustwin.simulator.evaluate.Judgement.Verdict;
import org.junit.jupiter.api.Test;

/** Henan's 81 indicators on the little school. */
class EvaluationTest {
  private static EvaluationResult evaluate() {
    return Evaluation.evaluate("henan", LittleSchool.model(), LittleRules.rules(), 7)
        .orElseThrow();
  }

  @Test
  void a1_everyIndicatorHasAVerdictAndPointsAddUpTo110() {
    EvaluationResult result = evaluate();
    assertThat(result.judgements()).hasSize(81);
    assertThat(result.judgements().stream()
            .mapToDouble(item -> item.max().orElse(0))
            .sum())
        .isEqualTo(110);
    assertThat(result.max()).hasValue(110);
    for (Judgement item : result.judgements()) {
      if (item.verdict() != Verdict.MET) {
        assertThat(item.reason().zh()).as(item.indicator().id()).isNotBlank();
        assertThat(item.reason().en()).as(item.indicator().id()).isNotBlank();
        assertThat(item.awarded()).hasValue(0);
      }
    }
  }

  @Test
  void a2_theModelDecidesWhatItHoldsAndNothingElse() {
    EvaluationResult result = evaluate();
    JsonNode items = result.toJson().get("standards").get(0).get("indicators");
    for (JsonNode item : items) {
      switch (item.get("id").asText()) {
        case "HN-B3.6" -> assertThat(item.get("verdict").asText()).isEqualTo("met");
        case "HN-B2.4" -> assertThat(item.get("verdict").asText()).isEqualTo("not-met");
        case "HN-C1.2" -> {
          assertThat(item.get("verdict").asText()).isEqualTo("undecided");
          assertThat(item.get("measures")).hasSize(2);
        }
        case "HN-A1.1" -> assertThat(item.get("verdict").asText()).isEqualTo("undecided");
        default -> assertThat(item.get("mode").asText()).isNotEmpty();
      }
    }
  }

  @Test
  void b1_theSameInputsGiveTheSameBytes() {
    EvaluationResult first = evaluate();
    EvaluationResult second = evaluate();
    assertThat(second.toJson().toString()).isEqualTo(first.toJson().toString());
    assertThat(Report.html(second)).isEqualTo(Report.html(first)).doesNotContain("<script");
  }

  @Test
  void c1_anUnknownStandardIsNone() {
    assertThat(Evaluation.evaluate("atlantis", LittleSchool.model(), LittleRules.rules(), 7))
        .isEmpty();
  }
}
