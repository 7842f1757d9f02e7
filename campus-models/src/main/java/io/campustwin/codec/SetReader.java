package io.campustwin.codec;

import io.campustwin.asset.Relation;
import io.campustwin.codec.tree.CsvText;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.place.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the tables that join things: {@code zones.csv} ({@code id,kind,zh,en,members}: spaces, storeys or buildings
 * joined by blanks) and relations ({@code kind,from,to}).
 */
final class SetReader {
  static final String ZONES = "zones.csv";
  private static final List<String> ZONE_KINDS =
      List.of("hvac", "fire-compartment", "broadcast", "lighting", "security");
  private static final List<String> ZONE_COLUMNS = List.of("id", "kind", "zh", "en", "members");
  private static final List<String> RELATION_COLUMNS = List.of("kind", "from", "to");
  private static final List<String> RELATION_KINDS =
      Arrays.stream(Relation.Kind.values()).map(Relation.Kind::word).toList();
  private final Draft draft;

  SetReader(Draft draft) {
    this.draft = draft;
  }

  void zones(byte[] bytes) {
    Tables.read(bytes, ZONE_COLUMNS, ZONES, draft.faults)
        .ifPresent(table -> table.rows().forEach(this::zone));
  }

  private void zone(CsvText.Row row) {
    String id = row.cell("id");
    if (!draft.declare(id, ZONES, row.line())) {
      return;
    }
    String kind = row.cell("kind");
    if (!ZONE_KINDS.contains(kind)) {
      fault(row, FaultCode.BAD_VALUE, "kind", kind, String.join(", ", ZONE_KINDS));
    }
    List<String> members = new ArrayList<>();
    for (String member : row.cell("members").split(" +", -1)) {
      List<String> spaces = members(member);
      if (spaces.isEmpty()) {
        fault(row, FaultCode.UNKNOWN_SPACE, member);
      }
      members.addAll(spaces);
    }
    Name name = new Name(row.cell("zh"), row.cell("en"));
    draft.zones.put(id, new Zone(id, kind, name, List.copyOf(members)));
  }

  private List<String> members(String member) {
    if (draft.spaces.containsKey(member)) {
      return List.of(member);
    }
    return draft.spaces.values().stream()
        .filter(space -> member.equals(space.storey()) || member.equals(space.building()))
        .map(Space::id)
        .toList();
  }

  private void fault(CsvText.Row row, FaultCode code, Object... found) {
    draft.faults.add(code, ZONES, row.line(), row.cell("id"), found);
  }

  void relations(String file, byte[] bytes) {
    Tables.read(bytes, RELATION_COLUMNS, file, draft.faults)
        .ifPresent(table -> table.rows().forEach(row -> relation(file, row)));
  }

  private void relation(String file, CsvText.Row row) {
    String word = row.cell("kind");
    String from = row.cell("from");
    String to = row.cell("to");
    Optional<Relation.Kind> kind = Arrays.stream(Relation.Kind.values())
        .filter(one -> one.word().equals(word))
        .findFirst();
    if (kind.isEmpty()) {
      String all = String.join(", ", RELATION_KINDS);
      draft.faults.add(FaultCode.BAD_VALUE, file, row.line(), from, "kind", word, all);
    }
    if (!draft.equipment.containsKey(from)) {
      draft.faults.add(FaultCode.UNKNOWN_RELATION_TARGET, file, row.line(), from, "from", from);
    }
    if (!isTarget(to)) {
      draft.faults.add(FaultCode.UNKNOWN_RELATION_TARGET, file, row.line(), from, "to", to);
    }
    if (word.equals(Relation.Kind.FEEDS.word()) && feeds(to, from)) {
      draft.faults.add(FaultCode.FEEDING_LOOP, file, row.line(), from, from, to);
    }
    kind.ifPresent(one -> draft.relations.add(new Relation(one, from, to)));
  }

  /** True if the relations read so far lead from one to the other by feeding, or both are the same. */
  private boolean feeds(String from, String to) {
    Set<String> reached = new LinkedHashSet<>(Set.of(from));
    boolean grows = true;
    while (grows && !reached.contains(to)) {
      grows = false;
      for (Relation one : draft.relations) {
        boolean joins = one.kind() == Relation.Kind.FEEDS && reached.contains(one.from());
        grows |= joins && reached.add(one.to());
      }
    }
    return reached.contains(to);
  }

  private boolean isTarget(String id) {
    return draft.equipment.containsKey(id)
        || draft.spaces.containsKey(id)
        || draft.zones.containsKey(id)
        || draft.passages.containsKey(id);
  }
}
