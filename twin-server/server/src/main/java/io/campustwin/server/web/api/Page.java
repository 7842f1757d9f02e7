package io.campustwin.server.web.api;

import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that keeps its order while the server runs.
 *
 * @param next cursor of the page after it, null for the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
  public static final int USUAL = 500;
  public static final int MOST = 10_000;

  /** The page that {@code limit} and {@code cursor} of the request ask for. */
  public static <T> Page<T> of(Request request, List<T> all) {
    int limit = request.integer("limit", 1, MOST, USUAL);
    int start = request.findQuery("cursor").map(Page::decode).orElse(0);
    int from = Math.min(start, all.size());
    int to = Math.min(from + limit, all.size());
    return new Page<>(all.subList(from, to), to < all.size() ? encode(to) : null);
  }

  private static String encode(int start) {
    byte[] bytes = ("o" + start).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static int decode(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.matches("o\\d{1,9}")) {
        return Integer.parseInt(text.substring(1));
      }
    } catch (IllegalArgumentException notBase64) {
      // refused below, with the same words
    }
    throw Refusals.badQuery("cursor", "不是上一页给出的 next", "is not a 'next' that a page before gave");
  }
}
