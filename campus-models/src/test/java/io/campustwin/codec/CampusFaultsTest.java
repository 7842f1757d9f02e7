package io.campustwin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a folder is named with its file, line, id and mend. Each case breaks one thing of the small school. */
class CampusFaultsTest {
  private static final CampusFiles SMALL = BundledCampus.find("small").orElseThrow();

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    SMALL.list("").forEach(path -> files.put(path, SMALL.find(path).orElseThrow()));
    return files;
  }

  private static List<Fault> read(Map<String, byte[]> files) {
    CampusReading reading = CampusReader.read(CampusFiles.of(files));
    assertThat(reading.model() == null).isEqualTo(!reading.faults().isEmpty());
    return reading.faults();
  }

  private static List<Fault> edit(String file, UnaryOperator<String> change) {
    Map<String, byte[]> files = files();
    String before = new String(files.get(file), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).as("the edit of " + file + " changes something").isNotEqualTo(before);
    files.put(file, after.getBytes(StandardCharsets.UTF_8));
    return read(files);
  }

  private static int lineOf(String file, String needle) {
    List<String> lines = new String(SMALL.find(file).orElseThrow(), StandardCharsets.UTF_8)
        .lines()
        .toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(needle)) {
        return i + 1;
      }
    }
    throw new AssertionError(needle + " is not in " + file);
  }

  private static Fault only(List<Fault> faults, FaultCode code) {
    List<Fault> found =
        faults.stream().filter(one -> one.code().equals(code.word())).toList();
    assertThat(found).as(code.word() + " among " + faults).isNotEmpty();
    Fault fault = found.get(0);
    assertThat(fault.message().zh()).isNotBlank();
    assertThat(fault.message().en()).isNotBlank();
    assertThat(fault.mend().zh()).isNotBlank();
    assertThat(fault.mend().en()).isNotBlank();
    return fault;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plans/A-1.geojson | \"kind\":\"office\"      | \"kind\":\"attic\"        | BAD_VALUE            | A103",
        "plans/A-1.geojson | \"id\":\"A103\"          | \"id\":\"A102\"           | DUPLICATE_ID         | A102",
        "plans/A-1.geojson | \"id\":\"A103\"          | \"id\":\"A 1/3\"          | BAD_ID               | A 1/3",
        "plans/A-1.geojson | \"storey\":\"A-1\"       | \"storey\":\"A-7\"        | UNKNOWN_STOREY       | A1-COR",
        "plans/A-1.geojson | \"to\":\"A1-COR\"        | \"to\":\"A1-NOWHERE\"     | DOOR_LEADS_NOWHERE   | A1-ST1-D1",
        "plans/A-1.geojson | \"capacity\":45          | \"capacity\":-3           | BAD_NUMBER           | A101",
        "plans/A-1.geojson | \"height\":3.5,\"capacity\":45 | \"height\":0.2,\"capacity\":45 | BAD_NUMBER  | A101",
        "plans/A-1.geojson | \"capacity\":45          | \"capacity\":many         | BAD_JSON             | ''",
        "plans/A-1.geojson | \"en\":\"Class 1-1\",    | ''                        | MISSING_FIELD        | A101",
        "field/mqtt.csv    | OUT-WS1.rain,            | OUT-WS1.snow,             | UNKNOWN_POINT        | OUT-WS1.snow",
        "field/mqtt.csv    | OUT-WS1/rain,mm          | OUT-WS1/rain,furlong      | UNKNOWN_UNIT         | OUT-WS1.rain",
        "field/mqtt.csv    | OUT-WS1/rain,mm          | OUT-WS1/rain,kW           | NOT_CONVERTIBLE_UNIT | OUT-WS1.rain",
        "field/mqtt.csv    | OUT-WS1/rain,mm          | OUT-WS1/rain,             | POINT_WITHOUT_UNIT   | OUT-WS1.rain",
        "field/mqtt.csv    | OUT-WS1/rain,mm          | OUT-WS1/+,mm              | BAD_ADDRESS          | OUT-WS1.rain",
        "field/mqtt.csv    | OUT-WS1/rain,mm          | OUT-WS1/solar,mm          | ADDRESS_USED_TWICE   | OUT-WS1.solar",
        "field/mqtt.csv    | OUT-WS1/rain,mm          | OUT-WS1/rain              | BAD_TABLE            | OUT-WS1.rain",
        "equipment/A.csv   | A101-LG1,lighting-group  | A101-LG1,lighting-grop    | UNKNOWN_KIND         | A101-LG1",
        "equipment/A.csv   | lighting-group,A101      | lighting-group,A171       | UNKNOWN_SPACE        | A101-LG1",
        "equipment/A.csv   | lighting-group,A101,     | lighting-group,A101,9     | EQUIPMENT_OUTSIDE_SPACE | A101-LG1",
        "equipment/A.csv   | lighting-group,A101,     | lighting-group,A101,x     | BAD_NUMBER           | A101-LG1",
        "equipment/A.csv   | passage=A1-EX1           | passage=A1-EX9            | UNKNOWN_PASSAGE      | A1-COR-AD1",
        "relations.csv     | A1-COR-BZ1,BCZ-A1        | A1-COR-BZ1,BCZ-Z9         | UNKNOWN_RELATION_TARGET | A1-COR-BZ1",
        "relations.csv     | serves,A1-COR-BZ1        | likes,A1-COR-BZ1          | BAD_VALUE            | A1-COR-BZ1",
        "relations.csv     | feeds,A1-COR-EM1,LZ-A1   | feeds,A1-COR-EM1,A1-COR-EM1 | FEEDING_LOOP      | A1-COR-EM1",
        "equipment/A.csv   | ratedPower=              | ratedPower=-              | BAD_NUMBER           | A1-COR-LG1",
        "equipment/A.csv   | carrier=electric         | breaker=0                 | BAD_NUMBER           | A1-COR-EM1",
        "zones.csv         | broadcast                | broadband                 | BAD_VALUE            | BCZ-A1",
        "campus.yaml       | version: 1               | version: 9                | FORMAT_VERSION       | ''",
        "campus.yaml       | PROJCS[                  | PROJCS(                   | BAD_CRS              | frame",
        "campus.yaml       | level: 2                 | level: two                | BAD_NUMBER           | A-2",
        "campus.yaml       | zone: Asia/Shanghai      | zone: Asia/Nowhere        | BAD_VALUE            | small",
        "campus.yaml       | stepFree: true           | stepFree: maybe           | BAD_VALUE            | A",
        "plans/site.geojson | \"landscape\":\"plaza\"   | \"landscape\":\"square\"   | BAD_VALUE            | PLAZA-1",
        "plans/site.geojson | \"landscape\":\"plaza\"   | \"landscape\":\"tree\"     | BAD_VALUE            | PLAZA-1",
        "plans/site.geojson | \"landscape\":\"path\",\"width\":2 | \"landscape\":\"path\",\"width\":40 | LANDSCAPE_ON_BUILDING | PATH-1",
        "plans/site.geojson | \"landscape\":\"path\",\"width\":2 | \"landscape\":\"path\"    | MISSING_FIELD        | PATH-1",
        "tour.yaml         | place: GATE-S            | place: GATE-Q             | UNKNOWN_PLACE        | south-gate",
        "tour.yaml         | storey: A-1              | storey: A-9               | UNKNOWN_STOREY       | classroom",
        "tour.yaml         | pitch: 18                | pitch: 180                | BAD_NUMBER           | south-gate",
        "tour.yaml         | id: building             | id: south-gate            | DUPLICATE_ID         | south-gate",
        "tour.yaml         | version: 1               | version: 2                | FORMAT_VERSION       | ''",
        "campus.yaml       | adapter: mqtt            | adapter: knx              | BAD_VALUE            | field/mqtt.csv",
      })
  void a1_oneBrokenPlaceIsNamedWithItsLine(
      String file, String before, String after, FaultCode code, String id) {
    List<Fault> faults = edit(file.strip(), text -> replaceFirst(text, before, after));
    Fault fault = only(faults, code);
    assertThat(fault.file()).isEqualTo(file.strip());
    assertThat(fault.id()).isEqualTo(id);
    if (code != FaultCode.DUPLICATE_ID && code != FaultCode.ADDRESS_USED_TWICE) {
      int line = lineOf(file.strip(), before);
      assertThat(fault.line()).isEqualTo(line);
    }
    assertThat(fault.line()).isPositive();
  }

  private static String replaceFirst(String text, String before, String after) {
    int at = text.indexOf(before);
    assertThat(at).as(before).isNotNegative();
    return text.substring(0, at) + after + text.substring(at + before.length());
  }

  @Test
  void b1_aMissingFileIsNamedWhereItIsListed() {
    Map<String, byte[]> files = files();
    files.remove("plans/A-2.geojson");
    Fault fault = only(read(files), FaultCode.MISSING_FILE);
    assertThat(fault.file()).isEqualTo("campus.yaml");
    assertThat(fault.line()).isEqualTo(lineOf("campus.yaml", "plans/A-2.geojson"));
  }

  @Test
  void b2_anEmptyFolder() {
    assertThat(read(new TreeMap<>())).extracting(Fault::code).containsExactly("missing-file");
  }

  @Test
  void b3_brokenYamlNamesTheLine() {
    List<Fault> faults =
        edit("campus.yaml", text -> replaceFirst(text, "stages: [primary]", "stages: [primary"));
    assertThat(only(faults, FaultCode.BAD_YAML).line()).isPositive();
  }

  @Test
  void c1_aRoomOutsideItsBuilding() {
    Fault fault = only(
        edit("campus.yaml", text -> text.replaceFirst("outline: \\[\\[20,", "outline: [[24,")
            .replaceFirst("\\[20,33\\]", "[24,33]")),
        FaultCode.ROOM_OUTSIDE_STOREY);
    assertThat(fault.file()).isEqualTo("plans/A-1.geojson");
    assertThat(fault.mend().en()).contains("outline");
  }

  @Test
  void c2_overlappingRooms() {
    String grown = line("plans/A-1.geojson", "\"id\":\"A101\"");
    Fault fault = only(
        edit("plans/A-1.geojson", text -> text.replace(grown, widened(grown))),
        FaultCode.OVERLAPPING_ROOMS);
    assertThat(fault.id()).isEqualTo("A102");
    assertThat(fault.message().en()).contains("A101");
  }

  private static String line(String file, String needle) {
    return new String(SMALL.find(file).orElseThrow(), StandardCharsets.UTF_8)
        .lines()
        .filter(one -> one.contains(needle))
        .findFirst()
        .orElseThrow();
  }

  /** Moves the two eastern corners of a rectangle 2 m east. */
  private static String widened(String feature) {
    String[] corners = feature.split("\\[\\[\\[|\\]\\]\\]")[1].split("\\],\\[");
    String east = corners[1].split(",")[0];
    String moved = String.format(Locale.ROOT, "%.1f", Double.parseDouble(east) + 2);
    return feature.replace("[" + east + ",", "[" + moved + ",");
  }

  @Test
  void c3_aPolygonThatCrossesItself() {
    String good = line("plans/A-1.geojson", "\"id\":\"A101\"");
    String[] corners = good.split("\\[\\[\\[|\\]\\]\\]")[1].split("\\],\\[");
    String bad = good.replace(corners[1] + "],[" + corners[2], corners[2] + "],[" + corners[1]);
    Fault fault =
        only(edit("plans/A-1.geojson", text -> text.replace(good, bad)), FaultCode.INVALID_POLYGON);
    assertThat(fault.id()).isEqualTo("A101");
    assertThat(fault.line()).isEqualTo(lineOf("plans/A-1.geojson", "\"id\":\"A101\""));
  }

  @Test
  void c5_aRoomWithoutAreaIsNamedWithItsLine() {
    String good = new String(
            files().getOrDefault("plans/A-1.geojson", new byte[0]), StandardCharsets.UTF_8)
        .lines()
        .filter(one -> one.contains("\"id\":\"A101\""))
        .findFirst()
        .orElseThrow();
    String[] corners = good.split("\\[\\[\\[|\\]\\]\\]")[1].split("\\],\\[");
    String bad = good.replace(corners[2], corners[1]).replace(corners[3], corners[0]);
    Fault fault =
        only(edit("plans/A-1.geojson", text -> text.replace(good, bad)), FaultCode.INVALID_POLYGON);
    assertThat(fault.id()).isEqualTo("A101");
    assertThat(fault.line()).isEqualTo(lineOf("plans/A-1.geojson", "\"id\":\"A101\""));
  }

  @Test
  void c4_aRoomWithoutDoorsHasNoExit() {
    List<Fault> faults = edit(
        "plans/A-2.geojson",
        text -> String.join(
            "\n", text.lines().filter(one -> !one.contains("\"id\":\"A201-D")).toList()));
    Fault fault = only(faults, FaultCode.UNREACHABLE_EXIT);
    assertThat(fault.id()).isEqualTo("A201");
    assertThat(fault.file()).isEqualTo("plans/A-2.geojson");
  }

  @Test
  void d1_aPointWithoutAddress() {
    List<Fault> faults = edit(
        "field/bacnet.csv",
        text -> String.join(
            "\n",
            text.lines().filter(one -> !one.startsWith("A101-RC1.room.scene")).toList()));
    Fault fault = only(faults, FaultCode.POINT_WITHOUT_ADDRESS);
    assertThat(fault.id()).isEqualTo("A101-RC1.room.scene");
    assertThat(fault.file()).isEqualTo("equipment/A.csv");
    assertThat(faults).hasSize(1);
  }

  @Test
  void d2_aCampusMayBringKindsOfItsOwn() {
    Map<String, byte[]> files = files();
    String kinds = """
        version: 1
        kinds:
        - {key: kettle, code: KE, system: kitchen.safety, adapter: mqtt, zh: 水壶, en: Kettle, points: [
          {name: water.temperature, zh: 水温, en: Water, type: number, unit: °C, min: 0, max: 100}]}
        """;
    files.put("kinds.yaml", kinds.getBytes(StandardCharsets.UTF_8));
    append(files, "equipment/A.csv", "A101-KE1,kettle,A101,24,16,1,0,,,false,\n");
    append(files, "field/mqtt.csv", "A101-KE1.water.temperature,A101-KE1,c/A101-KE1/t,°F\n");
    assertThat(read(files)).isEmpty();
  }

  private static void append(Map<String, byte[]> files, String file, String text) {
    String before = new String(files.get(file), StandardCharsets.UTF_8);
    files.put(file, (before + text).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void e1_rubbishNeverThrows() {
    long seed = 20260101;
    Random random = new Random(seed);
    List<String> paths = SMALL.list("").stream()
        .filter(path -> !path.matches("(linkages|schedules|scenes)/.*"))
        .toList();
    for (int round = 0; round < 120; round++) {
      Map<String, byte[]> files = files();
      int edits = 1 + random.nextInt(3);
      for (int i = 0; i < edits; i++) {
        String path = paths.get(random.nextInt(paths.size()));
        files.put(path, spoil(files.get(path), random));
      }
      CampusReading reading = CampusReader.read(CampusFiles.of(files));
      assertThat(reading.model() != null || !reading.faults().isEmpty())
          .as("seed " + seed + " round " + round)
          .isTrue();
    }
  }

  private static byte[] spoil(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    switch (random.nextInt(4)) {
      case 0:
        for (int i = 0; i < 3 && copy.length > 0; i++) {
          copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
      case 1:
        return java.util.Arrays.copyOf(copy, random.nextInt(copy.length + 1));
      case 2:
        List<String> lines = new java.util.ArrayList<>(
            new String(copy, StandardCharsets.UTF_8).lines().toList());
        if (!lines.isEmpty()) {
          lines.remove(random.nextInt(lines.size()));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      default:
        String[] poison = {
          "null", "[]", "{}", "-1e309", "\"", "\u0000", "&a [*a]", "NaN", "1e400", "%s"
        };
        String text = new String(copy, StandardCharsets.UTF_8);
        int at = random.nextInt(text.length() + 1);
        return (text.substring(0, at) + poison[random.nextInt(poison.length)] + text.substring(at))
            .getBytes(StandardCharsets.UTF_8);
    }
  }
}
