package io.campustwin.simulator.thermal;

/** What a surface is made of: opaque layers or panes. */
public sealed interface Skin permits Construction, Glazing {
  /** For messages; equal skins share their tables. */
  String id();
}
