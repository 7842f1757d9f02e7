package io.campustwin.codec;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.codec.tree.CsvText;
import io.campustwin.signal.PointId;
import io.campustwin.unit.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads device maps: {@code point,device,address,rawUnit}, one row a point. */
final class FieldReader {
  private static final List<String> COLUMNS = List.of("point", "device", "address", "rawUnit");
  private static final Pattern BACNET = Pattern.compile("\\d{1,7}/[a-z]+(-[a-z]+)*/\\d{1,7}");
  private static final Pattern OPCUA = Pattern.compile("ns=\\d{1,5};[sigb]=\\S.*");
  private static final Pattern MQTT = Pattern.compile("[^+#\\s/][^+#\\s]*");
  private final Draft draft;
  private final Map<String, String> taken = new HashMap<>();

  FieldReader(Draft draft) {
    this.draft = draft;
  }

  void read(MetaReader.Named file, byte[] bytes) {
    AdapterKind adapter = AdapterKind.find(file.adapter()).orElseThrow();
    Tables.read(bytes, COLUMNS, file.path(), draft.faults)
        .ifPresent(table -> table.rows().forEach(row -> row(file.path(), adapter, row)));
  }

  private void row(String file, AdapterKind adapter, CsvText.Row row) {
    String point = row.cell("point");
    String address = row.cell("address");
    int before = draft.faults.size();
    Draft.Pending pending = draft.points.get(point);
    if (pending == null) {
      fault(file, row, FaultCode.UNKNOWN_POINT, point);
    } else {
      unit(file, row, pending.template().unit());
    }
    if (!PointId.isValid(row.cell("device"))) {
      fault(file, row, FaultCode.BAD_ID, row.cell("device"));
    }
    String form = form(adapter);
    if (!pattern(adapter).matcher(address).matches()) {
      fault(file, row, FaultCode.BAD_ADDRESS, address, form);
    }
    String other = taken.putIfAbsent(adapter + " " + address, point);
    if (other != null) {
      fault(file, row, FaultCode.ADDRESS_USED_TWICE, address, other);
    }
    if (draft.addresses.containsKey(point)) {
      fault(file, row, FaultCode.DUPLICATE_ID, point, draft.addresses.get(point).address());
    }
    if (draft.faults.size() == before) {
      draft.addresses.put(
          point, new FieldAddress(adapter, row.cell("device"), address, row.cell("rawUnit")));
    }
  }

  private void unit(String file, CsvText.Row row, String unit) {
    String raw = row.cell("rawUnit");
    if (raw.isEmpty()) {
      fault(file, row, FaultCode.POINT_WITHOUT_UNIT);
      return;
    }
    Units.Check check = Units.check(raw, unit);
    if (check == Units.Check.UNKNOWN_FROM) {
      fault(file, row, FaultCode.UNKNOWN_UNIT, raw);
    } else if (check == Units.Check.DIFFERENT_QUANTITY) {
      fault(file, row, FaultCode.NOT_CONVERTIBLE_UNIT, raw, unit);
    }
  }

  private static Pattern pattern(AdapterKind adapter) {
    return switch (adapter) {
      case BACNET -> BACNET;
      case OPCUA -> OPCUA;
      default -> MQTT;
    };
  }

  private static String form(AdapterKind adapter) {
    return switch (adapter) {
      case BACNET -> "<device instance>/<object type>/<instance>";
      case OPCUA -> "ns=<index>;s=<node>";
      default -> "campus/<campus>/<equipment>/<point>";
    };
  }

  /** A fault for every point that no map mentions. */
  void missing() {
    for (Draft.Pending pending : draft.points.values()) {
      if (!draft.addresses.containsKey(pending.id())) {
        Draft.Where where = draft.where(pending.equipment().id());
        draft.faults.add(FaultCode.POINT_WITHOUT_ADDRESS, where.file(), where.line(), pending.id());
      }
    }
  }

  /** Address of a point, if a map has a good row for it. */
  Optional<FieldAddress> address(String point) {
    return Optional.ofNullable(draft.addresses.get(point));
  }

  private void fault(String file, CsvText.Row row, FaultCode code, Object... found) {
    draft.faults.add(code, file, row.line(), row.cell("point"), found);
  }
}
