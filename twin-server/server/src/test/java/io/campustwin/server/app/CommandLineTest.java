package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command: what it answers to bad arguments and bad input, in which language, with which exit code. */
class CommandLineTest {
  private final Locale locale = Locale.getDefault();
  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  private Path folder;

  @BeforeEach
  void capture() throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    Files.writeString(folder.resolve("file"), "x");
    Files.writeString(folder.resolve("bad.yaml"), "foo: [");
    Files.createDirectories(folder.resolve("broken"));
    Files.writeString(folder.resolve("broken/campus.yaml"), "version: 1\nbuildings: 7\n");
  }

  @AfterEach
  void release() {
    System.setOut(standardOut);
    System.setErr(standardErr);
    Locale.setDefault(locale);
  }

  private int execute(String line) {
    return Main.execute(
        line.isBlank() ? new String[0] : line.replace("DIR", folder.toString()).split(" "));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                | 2 | a command is missing",
        "nothing                                           | 2 | nothing",
        "--lang fr run                                     | 2 | language 'fr'",
        "run --nothing                                     | 2 | Unknown option: '--nothing'",
        "run --port                                        | 2 | --port",
        "run --port x                                      | 2 | 'x' is not an int",
        "run --port 70000                                  | 2 | give 0 to 65535",
        "run --simulate maybe                              | 2 | --simulate",
        "run --port 0 --host no.such.host.invalid          | 2 | no.such.host.invalid",
        "run --port 0 --campus nowhere                     | 2 | no campus 'nowhere'",
        "run --port 0 --campus DIR/broken                  | 2 | campus.yaml",
        "run --port 0 --campus small --data DIR/file       | 2 | is a file",
        "run --port 0 --campus small --data DIR/file/below | 2 | cannot be written",
        "run --port 0 --campus small --data=               | 2 | --data is empty",
        "run --port 0 --field DIR/none                     | 2 | configuration file",
        "simulate                                          | 2 | --serve",
        "simulate --serve --speed 61                       | 2 | 1 to 60",
        "simulate --serve --campus nowhere                 | 2 | no campus 'nowhere'",
        "scenario                                          | 2 | subcommand",
        "scenario run                                      | 2 | ID",
        "scenario run NONE                                 | 2 | DR-FIRE",
        "scenario run DIR/bad.yaml                         | 2 | bad.yaml:",
        "scenario run DR-FIRE --seed x                     | 2 | 'x' is not a long",
        "scenario run DR-FIRE --campus small --out DIR/file| 2 | see that it is a folder",
        "fault clear --data DIR                            | 2 | no virtual campus runs",
        "fault inject none --target X --data DIR           | 2 | device-silent",
        "fault inject sensor-bias --target X --severity NaN| 2 | --severity",
        "fault inject device-silent --data DIR             | 2 | --target",
        "evaluate                                          | 2 | --standard",
        "evaluate --standard beijing --campus small        | 2 | henan",
        "evaluate --standard none --campus small           | 2 | henan",
        "model check DIR/none                              | 2 | no campus",
        "model check DIR/broken                            | 1 | fault(s)",
        "model generate --rooms 0 --out DIR/g              | 2 | 10 to 5000",
        "model generate --rooms 12 --out DIR               | 2 | not an empty folder",
        "model export                                      | 2 | FORMAT",
        "model export geometry small                       | 2 | --out",
        "model export ifc small --out DIR/x                | 2 | known are: geometry",
        "model export geometry DIR/broken --out DIR/x      | 2 | fault(s)",
        "model export geometry small --out DIR/file/x      | 2 | cannot be written",
        "model import rooms DIR/x --campus small           | 2 | known are: timetable",
        "model import timetable DIR/x --campus small       | 2 | give --out",
        "model import timetable DIR/x --campus small --out DIR/o | 2 | cannot be read",
        "backup --data DIR                                 | 2 | --out",
        "backup --data DIR --out DIR/b.zip                 | 2 | is no data folder",
        "restore                                           | 2 | FILE",
        "restore DIR/none --data DIR/new                   | 2 | there is no backup",
        "restore DIR/file --data DIR                       | 2 | exists already",
        "restore DIR/file --data DIR/new                   | 2 | is damaged",
        "replay --data DIR                                 | 2 | holds no journal",
        "replay --data DIR --from -1                       | 2 | 1 or more",
        "bench                                             | 2 | subcommand",
        "bench crash --kills 0                             | 2 | 1 to 100000",
        "bench crash --data DIR                            | 2 | not an empty folder",
        "bench crash --data DIR/file                       | 2 | not an empty folder",
        "user list --data DIR                              | 2 | no data folder",
        "user erase bob --data DIR                         | 2 | no data folder",
        "user add bob --role king --data DIR               | 2 | no role 'king'"
      })
  void a1_badInputIsRefusedOnOneLineWithItsExitCode(String line, int code, String part) {
    assertThat(execute(line)).as(said()).isEqualTo(code);
    assertThat(said()).contains(part).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(Files.exists(folder.resolve("g"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lang zh run --port x      | --port 的值“x”无效",
        "run --lang zh --port        | 缺少 --port 的值",
        "run --nothing --lang=zh-CN  | 无法识别“--nothing”",
        "scenario --lang zh          | 无法识别“--lang zh”",
        "scenario run --lang zh      | 缺少 ID",
        "--lang zh                   | 缺少命令",
        "model check none --lang zh  | 没有校园“none”"
      })
  void a2_inChineseToo(String line, String part) {
    assertThat(execute(line)).isEqualTo(2);
    assertThat(said()).contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scenario list --json",
        "fault list --json --data DIR",
        "model check small --json",
        "model check DIR/broken --json"
      })
  void b1_jsonIsOneDocumentAndNothingElse(String line) {
    assertThat(execute(line)).isLessThan(2);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(1);
    assertThat(new JsonObject(text).isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "simulate",
        "scenario",
        "scenario list",
        "scenario run",
        "fault",
        "fault list",
        "fault inject",
        "fault clear",
        "fault proxy",
        "evaluate",
        "model",
        "model check",
        "model generate",
        "model export",
        "model import",
        "backup",
        "restore",
        "bench",
        "bench crash",
        "bench serve",
        "replay",
        "user",
        "user list",
        "user add",
        "user password",
        "user disable",
        "user enable",
        "user erase"
      })
  void b2_everyCommandDescribesItselfInBothLanguages(String command) {
    assertThat(execute((command + " --help").trim())).isZero();
    String english = out.toString(StandardCharsets.UTF_8);
    out.reset();
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    assertThat(execute((command + " --help").trim())).isZero();
    String chinese = out.toString(StandardCharsets.UTF_8);
    assertThat(english).startsWith("Usage: campus");
    assertThat(chinese).startsWith("用法：campus");
    assertThat(chinese.lines().filter(row -> row.matches(".*\\p{IsHan}.*")).count())
        .isGreaterThan(2);
  }

  @Test
  void c1_versionAndGeneratedCampus() {
    assertThat(execute("--version")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Campus Twin ");
    assertThat(execute("model generate --rooms 12 --seed 3 --out DIR/g")).isZero();
    assertThat(execute("model check DIR/g")).as(said()).isZero();
  }

  @Test
  void c2_theGeometryOfACampusAsAFile() throws Exception {
    assertThat(execute("model export geometry small --json --out DIR/e/small.json"))
        .as(said())
        .isZero();
    Path file = folder.resolve("e/small.json");
    long bytes = new JsonObject(out.toString(StandardCharsets.UTF_8)).getLong("bytes");
    assertThat(Files.size(file)).isEqualTo(bytes);
    JsonObject document = new JsonObject(Files.readString(file));
    assertThat(document.getString("id")).isEqualTo("small");
    assertThat(document.getJsonArray("views")).isNotEmpty();
    assertThat(document.getJsonArray("landscape")).isNotEmpty();
  }
}
