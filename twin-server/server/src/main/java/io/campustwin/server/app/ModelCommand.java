package io.campustwin.server.app;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.CampusGenerator;
import io.campustwin.codec.CampusReading;
import io.campustwin.codec.Fault;
import io.campustwin.engine.rule.TimetableReader;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.cli.FaultText;
import io.campustwin.server.job.MatrixFile;
import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Role;
import io.campustwin.server.timetable.TimetableImport;
import io.campustwin.server.web.geometry.GeometryDocument;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campus model}: checks a campus folder, makes one, or writes one in another format. */
@Command(name = "model", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class ModelCommand {
  private static final int FEWEST = 10;
  private static final int MOST = 5000;
  private static final List<String> FORMATS = List.of("geometry", "matrix");
  private static final Principal EVERYTHING = new Principal("export", Role.ADMIN, Set.of(), false);

  @Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int check(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "DIR", descriptionKey = "campus.dir") String campus) {
    Console console = common.console();
    CampusChoice choice = CampusChoice.read(campus);
    CampusReading reading = choice.reading();
    JsonArray faults = new JsonArray();
    for (Fault fault : choice.check()) {
      faults.add(FaultText.json(fault));
      console.result(FaultText.of(fault).zh(), FaultText.of(fault).en());
    }
    console.document(new JsonObject().put("faults", faults));
    CampusModel model = reading.model();
    if (model == null || !faults.isEmpty()) {
      console.note(faults.size() + " 处错误", faults.size() + " fault(s)");
      return CliException.CHECK_FAILED;
    }
    int rooms = model.campus().spaces().size();
    int points = model.points().size();
    console.result(
        "没有错误：" + rooms + " 个空间，" + points + " 个点位",
        "no faults: " + rooms + " spaces, " + points + " points");
    return 0;
  }

  @Command(name = "generate", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int generate(
      @Mixin CommonOptions common,
      @Option(names = "--rooms", required = true, paramLabel = "N", descriptionKey = "rooms")
          int rooms,
      @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "seed")
          long seed,
      @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out") @Nullable Path given) {
    if (rooms < FEWEST || rooms > MOST) {
      throw CliException.badInput(
          "--rooms 须为 " + FEWEST + " 到 " + MOST, "--rooms must be " + FEWEST + " to " + MOST);
    }
    Console console = common.console();
    Path out = given == null ? Path.of("out", "campus-" + rooms + "-" + seed) : given;
    Map<String, byte[]> files = CampusGenerator.generate(rooms, seed);
    write(out, files);
    console.document(new JsonObject()
        .put("out", out.toString())
        .put("rooms", rooms)
        .put("seed", seed)
        .put("files", files.size()));
    console.result(
        "已写入 " + files.size() + " 个文件到 " + out, files.size() + " files written to " + out);
    return 0;
  }

  @Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int export(
      @Mixin CommonOptions common,
      @Parameters(index = "0", paramLabel = "FORMAT", descriptionKey = "format") String format,
      @Parameters(index = "1", paramLabel = "DIR", descriptionKey = "campus.dir") String campus,
      @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "file")
          Path out) {
    if (!FORMATS.contains(format)) {
      String known = String.join(", ", FORMATS);
      throw CliException.badInput(
          "不支持格式“" + format + "”；可用：" + known,
          "the format '" + format + "' is not known; known are: " + known);
    }
    Console console = common.console();
    CampusChoice choice = CampusChoice.read(campus);
    CampusModel model = choice.modelOrRefuse(console);
    byte[] document = format.equals("matrix")
        ? MatrixFile.of(model, choice.rules(), out)
        : GeometryDocument.of(model, EVERYTHING).toBuffer().getBytes();
    write(out, document);
    console.document(new JsonObject()
        .put("format", format)
        .put("out", out.toString())
        .put("bytes", document.length));
    console.result(
        "已写入 " + out + "（" + document.length + " 字节）",
        out + " written (" + document.length + " bytes)");
    return 0;
  }

  @Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int imports(
      @Mixin CommonOptions common,
      @Parameters(index = "0", paramLabel = "FORMAT", descriptionKey = "import.format")
          String format,
      @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "import.file") Path file,
      @Option(
              names = "--campus",
              paramLabel = "DIR",
              required = true,
              descriptionKey = "campus.dir")
          String campus,
      @Option(names = "--out", paramLabel = "DIR", descriptionKey = "import.out") @Nullable
          Path out) {
    if (!format.equals("timetable")) {
      throw CliException.badInput(
          "不支持格式“" + format + "”；可用：timetable",
          "the format '" + format + "' is not known; known are: timetable");
    }
    CampusChoice choice = CampusChoice.read(campus);
    CampusModel model = choice.modelOrRefuse(common.console());
    if (out == null && !Files.isDirectory(Path.of(campus))) {
      throw CliException.badInput(
          "“" + campus + "”随产品提供，不可改写；请用 --out",
          "'" + campus + "' comes with the product and is not changed; give --out");
    }
    TimetableImport.Result result =
        TimetableImport.read(file.getFileName().toString(), read(file), model, choice.rules());
    return imported(common.console(), result, out == null ? Path.of(campus) : out);
  }

  private static int imported(Console console, TimetableImport.Result result, Path out) {
    JsonArray faults = new JsonArray();
    for (Fault fault : result.faults()) {
      faults.add(FaultText.json(fault));
      console.result(FaultText.of(fault).zh(), FaultText.of(fault).en());
    }
    console.document(new JsonObject()
        .put("lessons", result.lessons().size())
        .put("faults", faults)
        .put("out", out.toString()));
    if (!result.faults().isEmpty()) {
      console.note(faults.size() + " 处错误，未写入", faults.size() + " fault(s); nothing was written");
      return CliException.CHECK_FAILED;
    }
    write(out.resolve(TimetableReader.FILE), result.text().getBytes(StandardCharsets.UTF_8));
    console.result(
        "已写入 " + result.lessons().size() + " 节课", result.lessons().size() + " lessons written");
    return 0;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw CliException.badInput(
          "无法读取 " + file + "；请检查该文件", file + " cannot be read; check the file");
    }
  }

  private static void write(Path out, byte[] document) {
    try {
      Files.createDirectories(out.toAbsolutePath().getParent());
      Files.write(out, document);
    } catch (IOException failed) {
      throw CliException.badInput(
          "无法写入 " + out + "：" + failed.getMessage(),
          out + " cannot be written: " + failed.getMessage());
    }
  }

  private static void write(Path out, Map<String, byte[]> files) {
    try {
      if (Files.exists(out) && (!Files.isDirectory(out) || !isEmpty(out))) {
        throw CliException.badInput(
            out + " 已存在且不是空目录；请另选 --out",
            out + " exists and is not an empty folder; give another --out");
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = out.resolve(file.getKey());
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException failed) {
      throw CliException.badInput(
          "无法写入 " + out + "：" + failed.getMessage(),
          out + " cannot be written: " + failed.getMessage());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
