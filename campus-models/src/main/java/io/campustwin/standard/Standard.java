package io.campustwin.standard;

import io.campustwin.place.Name;
import java.util.List;
import java.util.Optional;

/**
 * One of the five standards.
 *
 * @param id {@code beijing}, {@code henan}, {@code shaanxi}, {@code taizhou} or {@code lhasa}
 * @param documentNumber empty where the document has none
 * @param date ISO, empty where the document has none
 * @param entries everything listed, lead-in sentences among it, in the document's order
 */
public record Standard(
    String id,
    String prefix,
    Name title,
    String documentNumber,
    String date,
    Scoring scoring,
    List<Area> areas,
    List<Indicator> entries) {
  /** The indicators, without lead-in sentences. */
  public List<Indicator> indicators() {
    return entries.stream().filter(entry -> !entry.lead()).toList();
  }

  public Optional<Indicator> find(String indicatorId) {
    return entries.stream().filter(entry -> entry.id().equals(indicatorId)).findFirst();
  }
}
