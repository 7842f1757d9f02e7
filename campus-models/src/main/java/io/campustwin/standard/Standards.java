package io.campustwin.standard;

import java.util.List;
import java.util.Optional;

/** The five standards from the bundled catalogue. Read once, on first use. */
public final class Standards {
  /** Ids in the order of the product's lists. */
  public static final List<String> IDS = List.of("beijing", "henan", "shaanxi", "taizhou", "lhasa");

  private static final class Bundled {
    private static final List<Standard> ALL =
        IDS.stream().map(id -> StandardFile.read(CatalogueFile.open(id))).toList();
  }

  private Standards() {}

  public static List<Standard> list() {
    return Bundled.ALL;
  }

  public static Optional<Standard> find(String id) {
    return list().stream().filter(standard -> standard.id().equals(id)).findFirst();
  }
}
