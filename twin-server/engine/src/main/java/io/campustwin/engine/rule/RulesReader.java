package io.campustwin.engine.rule;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.CampusFiles;
import java.util.List;

/** Reads {@code linkages/*.yaml} and {@code schedules/*.yaml} of a campus folder against its model. */
public final class RulesReader {
  private RulesReader() {}

  public static RulesReading read(CampusFiles files, CampusModel model) {
    return new RulesReading(Rules.none(), List.of());
  }
}
