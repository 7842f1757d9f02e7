package io.campustwin.standard;

import io.campustwin.place.Name;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One indicator of a standard, in our own words.
 *
 * @param id such as {@code HN-B1.2}
 * @param area id of its {@link Area}
 * @param group id of its {@link Group}
 * @param points of the item itself; empty where the document gives none
 * @param pointsCap highest points where an item counts by piece; empty otherwise
 * @param pointsPerUnit points a piece, with {@code pointsCap}
 * @param lead true for lead-in sentences that are not indicators of their own
 * @param systems keys of campus systems it touches
 * @param verification what decides
 * @param alsoVerifiedBy further proof that does not decide
 * @param rationale why this mode, empty if not said
 * @param note remark on the text, empty if none
 */
public record Indicator(
    String id,
    String area,
    String group,
    Name name,
    OptionalDouble points,
    OptionalDouble pointsCap,
    OptionalDouble pointsPerUnit,
    boolean lead,
    List<Fact> facts,
    List<String> systems,
    Verification verification,
    List<Verification> alsoVerifiedBy,
    String rationale,
    String note) {
  public Mode mode() {
    return verification.mode();
  }
}
