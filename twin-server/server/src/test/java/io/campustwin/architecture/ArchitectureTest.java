package io.campustwin.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions between modules and packages, and what pure code must not touch. */
class ArchitectureTest {
  private static final String[] MODELS = {
    "io.campustwin.unit..",
    "io.campustwin.signal..",
    "io.campustwin.place..",
    "io.campustwin.asset..",
    "io.campustwin.standard..",
    "io.campustwin.codec.."
  };
  private static final String SPI = "io.campustwin.adapter.spi..";
  private static final String ENGINE = "io.campustwin.engine..";
  private static final String SIMULATOR = "io.campustwin.simulator..";
  private static final String SERVE = "io.campustwin.simulator.serve..";
  private static final String SERVER = "io.campustwin.server..";
  private static final String[] WIRE = {
    "io.campustwin.adapter.opcua..", "io.campustwin.adapter.mqtt..", "io.campustwin.adapter.link.."
  };
  private static final Set<String> CLOCKS = Set.of(
      "java.time.Instant.now",
      "java.time.LocalDateTime.now",
      "java.time.LocalDate.now",
      "java.time.ZonedDateTime.now",
      "java.time.Clock.systemUTC",
      "java.lang.System.currentTimeMillis",
      "java.lang.System.nanoTime",
      "java.lang.Math.random",
      "java.util.UUID.randomUUID",
      "java.lang.Thread.sleep");
  private static final Set<String> TRANSCENDENTAL = Set.of(
      "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1",
      "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    classes = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("io.campustwin");
    for (String part : List.of(
        "signal", "codec", "adapter.spi", "adapter.opcua", "adapter.mqtt", "adapter.link")) {
      assertFound(part);
    }
    for (String part : List.of("engine.kernel", "simulator.world", "server.app")) {
      assertFound(part);
    }
  }

  private static void assertFound(String part) {
    assertThat(classes.stream()
            .filter(type -> type.getPackageName().startsWith("io.campustwin." + part)))
        .as("classes of " + part)
        .isNotEmpty();
  }

  @Test
  void a1_modulesPointOnlyDownwards() {
    noClasses()
        .that()
        .resideInAnyPackage(MODELS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.campustwin.adapter..", ENGINE, SIMULATOR, SERVER)
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("io.campustwin.adapter..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ENGINE, SIMULATOR, SERVER)
        .check(classes);
    noClasses()
        .that()
        .resideInAnyPackage(SPI, ENGINE)
        .should()
        .dependOnClassesThat(resideInAnyPackage(WIRE))
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SIMULATOR, SERVER)
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage(SIMULATOR)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SERVER)
        .check(classes);
  }

  @Test
  void a2_onlyServeOfTheSimulatorTouchesTheWire() {
    noClasses()
        .that()
        .resideInAPackage(SIMULATOR)
        .and()
        .resideOutsideOfPackage(SERVE)
        .should()
        .dependOnClassesThat(resideInAnyPackage(WIRE))
        .check(classes);
  }

  @Test
  void a3_noPackageCycles() {
    slices().matching("io.campustwin.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void a4_geoToolsOnlyInPlaceCrs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.campustwin.place.crs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.geotools..", "org.opengis..")
        .check(classes);
  }

  @Test
  void b1_pureCodeHasNoFilesSocketsOrProtocols() {
    noClasses()
        .that(arePure())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file..",
            "java.net..",
            "java.nio.channels..",
            "java.sql..",
            "io.vertx..",
            "io.netty..",
            "org.eclipse.milo..",
            "com.hivemq..",
            "org.apache.activemq..",
            "com.serotonin..",
            "org.eclipse.ditto..")
        .check(classes);
    noClasses()
        .that(arePure())
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .check(classes);
  }

  @Test
  void b2_pureCodeIsHandedTimeAndRandomness() {
    noClasses()
        .that(arePure())
        .should()
        .callMethodWhere(calls(
            "a clock or random source",
            call -> CLOCKS.contains(call.getTargetOwner().getName() + "." + call.getName())))
        .check(classes);
    noClasses()
        .that(arePure())
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .check(classes);
  }

  @Test
  void b3_engineAndSimulatorGiveTheSameBitsOnEveryJdk() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINE, SIMULATOR)
        .should()
        .callMethodWhere(calls(
            "Math's transcendentals (use FastMath)",
            call -> call.getTargetOwner().getName().equals("java.lang.Math")
                && TRANSCENDENTAL.contains(call.getName())))
        .check(classes);
  }

  @Test
  void c1_nothingDependsOnTheBacnetProgram() throws IOException {
    try (Stream<Path> poms = SourceTree.poms()) {
      List<Path> users = poms.filter(pom -> !pom.endsWith(Path.of("adapters", "bacnet", "pom.xml")))
          .filter(pom -> read(pom).contains("<artifactId>adapter-bacnet</artifactId>"))
          .toList();
      assertThat(users).as("modules that depend on the GPL program").isEmpty();
    }
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.serotonin..", "org.code_house..")
        .check(classes);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> arePure() {
    String[] pure =
        Stream.concat(Stream.of(MODELS), Stream.of(SPI, ENGINE, SIMULATOR)).toArray(String[]::new);
    return resideInAnyPackage(pure).and(DescribedPredicate.not(resideInAnyPackage(SERVE)));
  }

  private static DescribedPredicate<JavaMethodCall> calls(
      String what, java.util.function.Predicate<JavaMethodCall> test) {
    return DescribedPredicate.describe("calls " + what, test);
  }
}
