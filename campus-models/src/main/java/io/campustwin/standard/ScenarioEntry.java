package io.campustwin.standard;

import io.campustwin.place.Name;
import java.util.List;

/**
 * One of the load, failure and drill scenarios.
 *
 * @param id such as {@code DR-FIRE}
 * @param kind load, failure or drill
 * @param deciding ids of indicators that it decides
 * @param supporting ids of indicators that it supports
 * @param inject what is done
 * @param measure what is measured
 * @param pass rules with their basis
 * @param systems involved
 */
public record ScenarioEntry(
    String id,
    String kind,
    Name name,
    List<String> deciding,
    List<String> supporting,
    List<String> inject,
    List<String> measure,
    List<Rule> pass,
    List<String> systems) {
  /**
   * A pass rule.
   *
   * @param basis {@code standard} or {@code project}
   * @param refs ids of indicators it follows
   */
  public record Rule(String rule, String basis, List<String> refs) {}
}
