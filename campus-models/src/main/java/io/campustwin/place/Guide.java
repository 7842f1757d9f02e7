package io.campustwin.place;

import org.jspecify.annotations.Nullable;

/**
 * What visitors are told of a building. Everything may be left out.
 *
 * @param hours when it is open, in words
 * @param about a sentence or two
 * @param stepFree whether its ground floor is reached without steps, null where that is not known
 */
public record Guide(
    @Nullable Name hours, @Nullable Name about, @Nullable Boolean stepFree) {
  public static final Guide NONE = new Guide(null, null, null);
}
