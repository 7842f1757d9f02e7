package io.campustwin.codec;

import io.campustwin.place.Name;

/**
 * One thing wrong in a campus folder.
 *
 * @param line from 1, 0 if the whole file is meant
 * @param id of what is wrong, empty if it has none
 * @param code closed list in kebab case, such as {@code duplicate-id}
 * @param message what is wrong, zh and en
 * @param mend what to do about it, zh and en
 */
public record Fault(String file, int line, String id, String code, Name message, Name mend) {}
