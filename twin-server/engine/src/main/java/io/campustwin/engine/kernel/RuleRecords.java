package io.campustwin.engine.kernel;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of records about rules and linkages. */
final class RuleRecords {
  private RuleRecords() {}

  static void write(ByteWriter out, Input input) {
    if (input instanceof Input.NewRules rules) {
      texts(out, rules.texts());
    } else if (input instanceof Input.Drill drill) {
      out.text(drill.linkage()).point(drill.cause()).text(drill.user()).text(drill.reason());
    } else if (input instanceof Input.ResetRun reset) {
      out.text(reset.run()).text(reset.user());
    }
  }

  /** Texts by path, in the order of the paths. */
  static void texts(ByteWriter out, SortedMap<String, String> texts) {
    out.count(texts.size());
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      out.text(entry.getKey()).text(entry.getValue());
    }
  }

  static SortedMap<String, String> texts(ByteReader in) {
    SortedMap<String, String> texts = new TreeMap<>();
    int size = in.size();
    for (int i = 0; i < size; i++) {
      texts.put(in.text(), in.text());
    }
    return Collections.unmodifiableSortedMap(texts);
  }
}
