package io.campustwin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TargetQueryTest {
  private static final CampusModel DEMO = Objects.requireNonNull(
      CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());

  private static List<String> ids(TargetQuery query) {
    return query.select(DEMO).stream().map(point -> point.id().text()).toList();
  }

  @Test
  void a1_oneSpaceAndPoint() {
    assertThat(ids(TargetQuery.parse("space:A101 point:group.state")))
        .containsExactly("A101-LG1.group.state", "A101-LG2.group.state");
  }

  @Test
  void a2_theLastPartOfAPointNameIsEnough() {
    assertThat(ids(TargetQuery.parse("space:A101 kind:lighting-group point:state")))
        .hasSize(2);
  }

  @Test
  void a3_allClassroomsOfABuilding() {
    List<String> found = ids(
        TargetQuery.parse("kind:lighting-group building:A spaceKind:classroom point:group.state"));
    assertThat(found).hasSize(72).allMatch(id -> id.startsWith("A"));
  }

  @Test
  void a4_jsonSaysTheSameAsText() {
    TargetQuery json = TargetQuery.of(Map.of("storey", 2, "kind", List.of("fan-coil")));
    assertThat(ids(json))
        .containsExactlyElementsOf(ids(TargetQuery.parse("kind:fan-coil storey:2")))
        .isNotEmpty();
  }

  @Test
  void a5_alternativesTagsAndFreeText() {
    assertThat(ids(TargetQuery.parse("building:C,D kind:smoke-detector")))
        .allMatch(id -> id.startsWith("C") || id.startsWith("D"))
        .isNotEmpty();
    assertThat(ids(TargetQuery.parse("tag:sizeInches=86 point:panel.power"))).isNotEmpty();
    assertThat(ids(TargetQuery.parse("q:报告厅"))).isNotEmpty();
    assertThat(ids(TargetQuery.parse("adapter:opc-ua system:hvac storey:B-2"))).isNotEmpty();
  }

  @Test
  void a6_theTextFormReadsBack() {
    TargetQuery query = TargetQuery.parse("kind:camera q:\"two words\"");
    assertThat(TargetQuery.parse(query.toString())).isEqualTo(query);
  }

  @Test
  void b1_anUnknownKeyIsNamed() {
    BadQuery bad = catchThrowableOfType(BadQuery.class, () -> TargetQuery.parse("colour:red"));
    assertThat(bad.key()).isEqualTo("colour");
    assertThat(bad.explanation().en()).contains("spaceKind");
  }

  @Test
  void b2_anUnknownValueIsNamed() {
    for (String text : List.of(
        "building:Z",
        "kind:toaster",
        "system:x",
        "spaceKind:attic",
        "storey:99",
        "space:A999",
        "equipment:A101-XX1",
        "point:nothing")) {
      BadQuery bad =
          catchThrowableOfType(BadQuery.class, () -> TargetQuery.parse(text).select(DEMO));
      assertThat(bad).as(text).isNotNull();
      assertThat(text).isEqualTo(bad.key() + ":" + bad.value());
    }
  }

  @Test
  void b3_emptyValuesAndAdaptersAreRefused() {
    assertThat(catchThrowableOfType(BadQuery.class, () -> TargetQuery.parse("kind:")))
        .isNotNull();
    assertThat(catchThrowableOfType(BadQuery.class, () -> TargetQuery.parse("adapter:knx")))
        .hasMessageContaining("opcua");
  }
}
