package io.campustwin.simulator.envelope;

/** What a surface is made of: opaque layers or panes. */
public sealed interface Skin permits Construction, Window {
  /** For messages; equal skins share their tables. */
  String id();
}
