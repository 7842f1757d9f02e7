package io.campustwin.asset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of equipment a campus may use, with the short code their ids carry and the protocol that the demo campuses
 * reach them by. Immutable; keeps the order of the files.
 */
public final class KindCatalogue {
  public static final KindCatalogue EMPTY =
      new KindCatalogue(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());

  private final Map<String, EquipmentKind> kinds;
  private final Map<String, String> codes;
  private final Map<String, AdapterKind> adapters;

  private KindCatalogue(
      Map<String, EquipmentKind> kinds,
      Map<String, String> codes,
      Map<String, AdapterKind> adapters) {
    this.kinds = kinds;
    this.codes = codes;
    this.adapters = adapters;
  }

  /** A copy with one more kind. */
  public KindCatalogue with(EquipmentKind kind, String code, AdapterKind adapter) {
    KindCatalogue copy = new KindCatalogue(
        new LinkedHashMap<>(kinds), new LinkedHashMap<>(codes), new LinkedHashMap<>(adapters));
    copy.kinds.put(kind.key(), kind);
    copy.codes.put(kind.key(), code);
    copy.adapters.put(kind.key(), adapter);
    return copy;
  }

  /** By key, in the order of the files. */
  public Map<String, EquipmentKind> kinds() {
    return Collections.unmodifiableMap(kinds);
  }

  public Optional<EquipmentKind> find(String key) {
    return Optional.ofNullable(kinds.get(key));
  }

  /** Short code in equipment ids, such as {@code LG}. */
  public Optional<String> code(String key) {
    return Optional.ofNullable(codes.get(key));
  }

  /** The protocol that demo campuses and the generator reach this kind by. */
  public Optional<AdapterKind> adapter(String key) {
    return Optional.ofNullable(adapters.get(key));
  }
}
