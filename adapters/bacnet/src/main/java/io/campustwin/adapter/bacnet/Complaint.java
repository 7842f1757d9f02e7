// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import io.campustwin.place.Name;

/** The program cannot go on for a reason that its user can mend: one line in the user's language, exit code 2. */
final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String zh;
  private final String en;

  Complaint(String zh, String en) {
    super(en);
    this.zh = zh;
    this.en = en;
  }

  Name text() {
    return new Name(zh, en);
  }
}
