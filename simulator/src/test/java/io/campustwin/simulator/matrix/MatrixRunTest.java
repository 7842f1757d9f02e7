package io.campustwin.simulator.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.matrix.Difference;
import io.campustwin.engine.matrix.Matrix;
import io.campustwin.engine.matrix.MatrixCsv;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.simulator.scenario.RunMonitor;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The whole matrix exercised on virtual time; what is taken away is found and named. */
class MatrixRunTest {
  private static final Campus SMALL = Campus.of("small");

  private record Campus(CampusModel model, Rules rules, Matrix approved) {
    static Campus of(String name) {
      CampusFiles files = BundledCampus.find(name).orElseThrow();
      CampusModel model = Objects.requireNonNull(CampusReader.read(files).model());
      byte[] matrix = files.find(MatrixCsv.FILE).orElseThrow();
      return new Campus(
          model, RulesReader.read(files, model).rules(), MatrixCsv.read(matrix).matrix());
    }

    MatrixResult run() {
      return MatrixRunner.run(model, rules, approved, 1, RunMonitor.of(percent -> {}));
    }

    /** The first piece of a kind that the approved matrix means is not there. */
    Equipment first(String kind) {
      Predicate<Equipment> meant = piece -> approved.cells().stream()
          .flatMap(cell -> cell.targets().stream())
          .anyMatch(id -> id.text().startsWith(piece.id() + "."));
      return model.equipment().stream()
          .filter(piece -> piece.kind().equals(kind) && meant.test(piece))
          .findFirst()
          .orElseThrow();
    }

    Campus without(Equipment piece) {
      CampusModel less = new CampusModel(
          model.campus(),
          model.kinds(),
          model.equipment().stream().filter(one -> !one.equals(piece)).toList(),
          model.points().stream()
              .filter(one -> !one.equipment().equals(piece.id()))
              .toList(),
          model.relations(),
          model.facts());
      return new Campus(less, rules, approved);
    }

    Campus without(String linkage, String effect) {
      List<Linkage> less = rules.linkages().stream()
          .map(one -> !one.id().equals(linkage)
              ? one
              : new Linkage(
                  one.id(),
                  one.name(),
                  one.cause(),
                  one.effects().stream().filter(e -> !e.id().equals(effect)).toList()))
          .toList();
      return new Campus(model, rules.withLinkages(less), approved);
    }
  }

  @Test
  void a1_theWholeMatrixOfTheDemoSchoolHolds() {
    MatrixResult result = Campus.of("demo").run();
    assertThat(result.effects()).allMatch(Exercised::isConfirmed).hasSizeGreaterThan(2_000);
    assertThat(result.fired()).isEqualTo(result.causes()).isGreaterThan(100);
    assertThat(result.isPassed()).isTrue();
    assertThat(result.toJson().get("verdict").asText()).isEqualTo("pass");
  }

  @Test
  void a2_itGivesTheSameHashTwice() {
    MatrixResult result = SMALL.run();
    assertThat(result.isPassed()).as(result.toJson().get("rules").toString()).isTrue();
    assertThat(SMALL.run()).isEqualTo(result);
  }

  private static void isNamed(MatrixResult result, String target) {
    assertThat(result.isPassed()).isFalse();
    assertThat(result.differences()).isNotEmpty();
    assertThat(result.effects())
        .filteredOn(one -> !one.isConfirmed())
        .isNotEmpty()
        .allMatch(one -> one.target().contains(target) || one.effect().equals(target))
        .allMatch(one -> one.reason().equals("not-in-model"));
  }

  @Test
  void b1_aDeletedEffectIsNamed() {
    MatrixResult result = SMALL.without("fire", "release-doors").run();
    isNamed(result, "release-doors");
    assertThat(result.differences())
        .extracting(Difference::where)
        .containsExactly("fire.release-doors");
  }

  @Test
  void b2_aDeletedDoorIsNamed() {
    Equipment door = SMALL.first("access-door");
    isNamed(SMALL.without(door).run(), door.id());
  }

  @Test
  void b3_aDeletedCameraIsNamed() {
    Equipment camera = SMALL.first("camera");
    isNamed(SMALL.without(camera).run(), camera.id());
  }
}
