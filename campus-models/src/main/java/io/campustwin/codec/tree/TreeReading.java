package io.campustwin.codec.tree;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading a text.
 *
 * @param tree null if the text is broken
 * @param line where it is broken, 0 if it is not or the place is unknown
 * @param problem the parser's words, empty if it is not broken
 */
public record TreeReading(@Nullable Tree tree, int line, String problem) {
  static TreeReading of(Tree tree) {
    return new TreeReading(tree, 0, "");
  }

  static TreeReading broken(int line, String problem) {
    return new TreeReading(null, Math.max(0, line), problem);
  }
}
