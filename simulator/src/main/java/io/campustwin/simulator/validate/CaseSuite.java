package io.campustwin.simulator.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A suite put together from single cases, in the order in which they were added. */
public final class CaseSuite implements Suite {
  private final String name;
  private final Map<String, Consumer<List<Finding>>> cases = new LinkedHashMap<>();

  public CaseSuite(String name) {
    this.name = name;
  }

  /** Adds a case, which adds its findings to the list it is handed. */
  public CaseSuite with(String id, Consumer<List<Finding>> run) {
    if (cases.put(id, run) != null) {
      throw new IllegalArgumentException("case " + id + " twice");
    }
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> cases() {
    return List.copyOf(cases.keySet());
  }

  @Override
  public List<Finding> run(Predicate<String> wanted) {
    List<Finding> found = new ArrayList<>();
    cases.forEach((id, run) -> {
      if (wanted.test(id)) {
        run.accept(found);
      }
    });
    return found;
  }
}
