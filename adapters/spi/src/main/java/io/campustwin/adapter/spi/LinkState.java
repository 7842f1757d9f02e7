package io.campustwin.adapter.spi;

import java.util.Locale;

/** State of a link or of one device behind it. */
public enum LinkState {
  CONNECTING,
  UP,
  RETRYING,
  GIVEN_UP;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
