package io.campustwin.codec.tree;

import java.util.Collection;

/** Finds the word a person may have meant, by edit distance. */
public final class Nearest {
  private Nearest() {}

  public static String of(String word, Collection<String> words) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : words) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= Math.min(a.length(), 64); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        corner = above;
      }
    }
    return row[b.length()];
  }
}
