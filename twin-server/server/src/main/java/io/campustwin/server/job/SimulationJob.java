package io.campustwin.server.job;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.simulator.batch.Simulation;
import io.campustwin.simulator.batch.SimulationPlan;
import io.campustwin.simulator.batch.SimulationResult;
import io.campustwin.simulator.batch.Table;
import io.campustwin.simulator.weather.EpwWeather;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/** Days of a campus on virtual time; its tables and its document go to a folder. */
public final class SimulationJob {
  private static final long LARGEST_WEATHER = 64L << 20;
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  private SimulationJob() {}

  /** Local time of a campus: that of its first schedule. */
  public static ZoneId zone(Rules rules) {
    return rules.schedules().isEmpty() ? USUAL_ZONE : rules.schedules().get(0).zone();
  }

  /** Reads a weather file. */
  public static EpwWeather weather(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_WEATHER) {
        throw unreadable(file);
      }
      List<String> lines =
          Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
      return EpwWeather.read(lines);
    } catch (EpwWeather.Unreadable fault) {
      throw CliException.badInput(
          "气象文件 " + file + " 第 " + fault.line() + " 行有误：" + fault.reason().zh(),
          file + ":" + fault.line() + ": " + fault.reason().en());
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static CliException unreadable(Path file) {
    return CliException.badInput(
        "无法读取气象文件 " + file + "；请给出一个 EPW 文件",
        "the weather file " + file + " cannot be read; give a file in EPW format");
  }

  /**
   * Runs it and writes {@code rooms.csv}, {@code meters.csv}, {@code weather.csv}, {@code hub.csv} and {@code run.json} to the folder.
   *
   * @param progress takes per cent done
   */
  public static SimulationResult run(
      CampusModel model, Rules rules, SimulationPlan plan, Path folder, IntConsumer progress) {
    OutFolder out = OutFolder.make(folder);
    try (Sheets sheets = new Sheets(out)) {
      SimulationResult result = Simulation.run(model, rules, plan, sheets, progress);
      sheets.close();
      out.write("run.json", result.toJson().toPrettyString());
      return result;
    } catch (UncheckedIOException e) {
      throw out.notWritable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw out.notWritable(e);
    }
  }

  /** One file a table, written as the rows come. */
  private static final class Sheets implements Table.Sink, AutoCloseable {
    private final Map<Table, BufferedWriter> files = new EnumMap<>(Table.class);
    private final OutFolder out;

    private Sheets(OutFolder out) {
      this.out = out;
    }

    @Override
    public void line(Table table, String line) {
      try {
        BufferedWriter file = files.get(table);
        if (file == null) {
          file = out.open(table.file());
          files.put(table, file);
        }
        file.write(line);
        file.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      for (BufferedWriter file : files.values()) {
        file.close();
      }
    }
  }
}
