package io.campustwin.simulator.matrix;

import io.campustwin.engine.linkage.Linkage;
import io.campustwin.signal.PointId;
import java.util.List;
import java.util.Set;

/**
 * One cause to be triggered.
 *
 * @param causes what makes it true, of different pieces of equipment as the linkage asks
 * @param targets of all its effects
 */
record Firing(Linkage linkage, String place, List<Trigger> causes, Set<PointId> targets) {}
