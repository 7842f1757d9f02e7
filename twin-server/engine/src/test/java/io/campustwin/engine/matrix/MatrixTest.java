package io.campustwin.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.signal.PointId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final CampusFiles SMALL = BundledCampus.find("small").orElseThrow();
  private static final CampusModel MODEL =
      Objects.requireNonNull(CampusReader.read(SMALL).model());
  private static final List<Linkage> LINKAGES =
      RulesReader.read(SMALL, MODEL).rules().linkages();
  private static final Matrix APPROVED =
      MatrixCsv.read(SMALL.find(MatrixCsv.FILE).orElseThrow()).matrix();

  private static List<Linkage> without(Linkage linkage, Effect effect) {
    return LINKAGES.stream()
        .map(one -> one.equals(linkage)
            ? new Linkage(
                one.id(),
                one.name(),
                one.cause(),
                one.effects().stream().filter(other -> !other.equals(effect)).toList())
            : one)
        .toList();
  }

  private static CampusModel without(Equipment piece) {
    return new CampusModel(
        MODEL.campus(),
        MODEL.kinds(),
        MODEL.equipment().stream().filter(one -> !one.equals(piece)).toList(),
        MODEL.points().stream()
            .filter(one -> !one.equipment().equals(piece.id()))
            .toList(),
        MODEL.relations(),
        MODEL.facts());
  }

  @Test
  void a1_theApprovedMatrixIsTheOneOfTheCampus() {
    assertThat(Differences.between(APPROVED, Matrix.of(MODEL, LINKAGES))).isEmpty();
  }

  @Test
  void a2_anyEffectThatIsDeletedIsNamed() {
    for (Linkage linkage : LINKAGES) {
      for (Effect effect : linkage.effects()) {
        List<Difference> differences =
            Differences.between(APPROVED, Matrix.of(MODEL, without(linkage, effect)));
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).kind()).isEqualTo(Difference.Kind.EFFECT_GONE);
        assertThat(differences.get(0).where()).isEqualTo(linkage.id() + "." + effect.id());
      }
    }
  }

  @Test
  void a3_anyDoorOrCameraThatIsDeletedIsNamed() {
    List<Equipment> pieces = MODEL.equipment().stream()
        .filter(one -> List.of("access-door", "camera").contains(one.kind()))
        .toList();
    List<String> meant = APPROVED.cells().stream()
        .flatMap(cell -> cell.targets().stream())
        .map(PointId::text)
        .toList();
    assertThat(pieces).hasSizeGreaterThan(3);
    for (Equipment piece : pieces) {
      boolean isMeant = meant.stream().anyMatch(id -> id.startsWith(piece.id() + "."));
      List<Difference> differences =
          Differences.between(APPROVED, Matrix.of(without(piece), LINKAGES));
      assertThat(differences.stream()
              .filter(one -> one.kind() == Difference.Kind.TARGET_GONE)
              .anyMatch(one -> one.target().startsWith(piece.id() + ".")))
          .as(piece.id())
          .isEqualTo(isMeant);
    }
  }

  private static Cell cell(String effect, String place, long limit, String... targets) {
    return new Cell(
        "x",
        place,
        effect,
        EffectRun.By.PLATFORM,
        "a, \"b\"",
        limit,
        List.of(targets).stream().map(PointId::of).toList());
  }

  @Test
  void b1_everyKindOfDepartureHasItsName() {
    Matrix before = new Matrix(List.of(
        cell("e", "P", 10_000, "A.a", "B.b"),
        cell("e", "Q", 10_000, "C.c"),
        cell("f", "P", 1, "D.d")));
    Matrix now = new Matrix(List.of(
        cell("e", "P", 2_500, "B.b", "E.e"),
        cell("e", "R", 10_000, "C.c"),
        cell("g", "P", 1, "D.d")));
    assertThat(Differences.between(before, now))
        .extracting(one -> one.kind().word() + " " + one.where() + " " + one.row())
        .containsExactly(
            "effect-gone x.f 2",
            "changed x.e @ P 0",
            "target-gone x.e @ P: A.a 0",
            "target-added x.e @ P: E.e 0",
            "cell-gone x.e @ Q 1",
            "effect-added x.g -1",
            "cell-added x.e @ R -1");
    Difference changed = Differences.between(before, now).get(1);
    assertThat(changed.approved()).isEqualTo("platform = a, \"b\" < 10 s");
    assertThat(changed.found()).isEqualTo("platform = a, \"b\" < 2.500 s");
  }

  @Test
  void b2_aTableComesBackAsItWasWritten() {
    Matrix matrix = new Matrix(List.of(cell("e", "P", 2_500, "A.a", "B.b"), cell("f", "Q", 1_000)));
    MatrixCsv.Reading reading = MatrixCsv.read(MatrixCsv.write(matrix));
    assertThat(reading.matrix()).isEqualTo(matrix);
    assertThat(reading.lines()).containsExactly(2, 3);
    assertThat(reading.bad()).isEmpty();
  }

  @Test
  void b3_badLinesAreNamed() {
    String text = "linkage,place,effect,by,value,limit,targets\nx,P,e,platform,1,ten,A.a\n"
        + "x,P,e,nobody,1,10,A.a\nx,P,e,platform,1,10,not a point!\nx,P,e\nx,P,e,platform,1,10,A.a\n";
    MatrixCsv.Reading reading = MatrixCsv.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.bad()).containsExactly(2, 3, 4, 5);
    assertThat(reading.matrix().cells()).hasSize(1);
    assertThat(MatrixCsv.read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).bad())
        .containsExactly(1);
  }

  @Test
  void c1_thePageHoldsEveryLinkageInBothLanguages() {
    String page = MatrixHtml.of(MODEL, LINKAGES);
    assertThat(page)
        .startsWith("<!doctype html>")
        .endsWith("</body></html>\n")
        .contains("火灾联动（两个独立探测器）", "Fire, two independent detectors", "@media print")
        .doesNotContain("<script", "http://", "https://");
    LINKAGES.forEach(one -> assertThat(page).contains("<code>" + one.id() + "</code>"));
  }
}
