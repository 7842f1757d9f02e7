package io.campustwin.engine.linkage;

import io.campustwin.place.Name;
import java.util.List;

/**
 * A linkage as its file describes it. Fires once when its cause becomes true in a place, and there again only after the
 * cause was false.
 */
public record Linkage(String id, Name name, Cause cause, List<Effect> effects) {}
