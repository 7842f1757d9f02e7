package io.campustwin.server.boptest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments of a request; a number may come as a text of one, as BOPTEST allows. */
final class Arguments {
  private static final double FARTHEST = 3660 * 86_400.0;

  private Arguments() {}

  /** A number that is neither infinite nor missing. */
  static double number(String name, @Nullable Object value) {
    try {
      if (value instanceof Number || value instanceof String) {
        double number = Double.parseDouble(value.toString().trim());
        if (Double.isFinite(number)) {
          return number;
        }
      }
    } catch (NumberFormatException notANumber) {
      // refused below, with the same words
    }
    throw new BadCall(
        "参数 " + name + " 的值 " + value + " 不是数字",
        "Invalid value " + value + " for parameter " + name + ". Value must be a number");
  }

  /** Whole seconds from {@code least} up to ten years. */
  static long seconds(JsonObject body, String name, long least) {
    double number = number(name, body.getValue(name));
    if (number < least || number > FARTHEST || number != Math.rint(number)) {
      throw new BadCall(
          "参数 " + name + " 的值 " + number + " 无效：须为 " + least + " 至 " + (long) FARTHEST + " 的整秒数",
          "Invalid value " + number + " for parameter " + name
              + ". Value must be whole seconds from " + least + " to " + (long) FARTHEST);
    }
    return (long) number;
  }

  /** 0 or 1 by any of the words that BOPTEST takes. */
  static boolean flag(String name, @Nullable Object value) {
    String word = String.valueOf(value).trim();
    if (word.equalsIgnoreCase("true") || word.equals("1") || word.equals("1.0")) {
      return true;
    }
    if (word.equalsIgnoreCase("false") || word.equals("0") || word.equals("0.0")) {
      return false;
    }
    throw new BadCall(
        "输入 " + name + " 的值 " + value + " 无效：须为 0 或 1",
        "Invalid value " + value + " for input " + name + ". Value must be 0 or 1");
  }

  /** A list of names; a single name is a list of one. */
  static List<String> names(JsonObject body, String name) {
    Object value = body.getValue(name);
    if (value instanceof String one) {
      return List.of(one);
    }
    if (value instanceof JsonArray array && array.stream().allMatch(String.class::isInstance)) {
      return array.stream().map(String.class::cast).distinct().toList();
    }
    throw new BadCall(
        "参数 " + name + " 须为名称列表", "Parameter " + name + " must be a list of point names");
  }
}
