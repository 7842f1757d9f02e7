package io.campustwin.codec;

import io.campustwin.asset.CampusModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a campus folder.
 *
 * @param model null if there is any fault
 * @param faults all that were found, by file and line
 */
public record CampusReading(@Nullable CampusModel model, List<Fault> faults) {}
