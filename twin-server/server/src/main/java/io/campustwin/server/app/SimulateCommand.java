package io.campustwin.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.campustwin.asset.CampusModel;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.cli.Progress;
import io.campustwin.server.app.process.ParentWatch;
import io.campustwin.server.app.process.WorldSetup;
import io.campustwin.server.job.SimulationJob;
import io.campustwin.simulator.batch.SimulationPlan;
import io.campustwin.simulator.batch.SimulationResult;
import io.campustwin.simulator.hub.HubDesign;
import io.campustwin.simulator.plant.BadPlant;
import io.campustwin.simulator.power.BadCircuit;
import io.campustwin.simulator.weather.ClimateZone;
import io.campustwin.simulator.weather.EpwWeather;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code campus simulate}: with {@code --serve} the virtual campus as real devices, alone or for a server; with {@code
 * --days} so many days of it on virtual time, as tables.
 */
@Command(name = "simulate", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class SimulateCommand implements Callable<Integer> {
  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--serve", descriptionKey = "serve")
  private boolean serve;

  @Option(names = "--campus", paramLabel = "demo|small|DIR", descriptionKey = "campus")
  private String campus = "demo";

  @Option(names = "--speed", paramLabel = "1..60", descriptionKey = "speed")
  private double speed = 1;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  private long seed = 1;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  private Path data = Path.of("data");

  @Option(names = "--ports", paramLabel = "FILE", descriptionKey = "ports")
  private @Nullable Path ports;

  @Option(names = "--days", paramLabel = "N", descriptionKey = "days")
  private @Nullable Integer days;

  @Option(names = "--from", paramLabel = "DATE", descriptionKey = "from")
  private LocalDate from = SimulationPlan.TERM_MONDAY;

  @Option(names = "--weather", paramLabel = "FILE.epw", descriptionKey = "weather")
  private @Nullable Path weather;

  @Option(
      names = "--climate",
      paramLabel = "severe-cold|cold|hot-summer-cold-winter|hot-summer-warm-winter|mild",
      descriptionKey = "climate")
  private @Nullable String climate;

  @Option(names = "--step", paramLabel = "SECONDS", descriptionKey = "step")
  private int step = 3600;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
  private @Nullable Path out;

  @Option(names = "--attach", hidden = true)
  private @Nullable Path attach;

  @Override
  public Integer call() throws Exception {
    Integer wanted = days;
    if (serve == (wanted != null)) {
      throw CliException.badInput("请给出 --serve 或 --days N 之一", "give either --serve or --days N");
    }
    return wanted == null ? serve() : simulate(wanted);
  }

  private int serve() throws Exception {
    if (!(speed >= 1 && speed <= 60)) {
      throw CliException.badInput("--speed 须为 1 到 60", "--speed must be 1 to 60");
    }
    Path setup = attach;
    CountDownLatch end = new CountDownLatch(1);
    if (setup != null) {
      WorldProcess process = WorldProcess.start(WorldSetup.read(setup));
      onExit(process);
      ParentWatch.start(end::countDown);
    } else {
      Console console = common.console();
      ServedCampus served =
          ServedCampus.start(new SimulatedField.Plan(campus, seed, speed), data, ports, console);
      onExit(served);
      served.announce();
    }
    end.await();
    return 0;
  }

  private int simulate(int count) {
    check(count);
    Console console = common.console();
    EpwWeather sky = weather == null ? null : SimulationJob.weather(weather);
    CampusChoice choice = CampusChoice.read(campus);
    CampusModel model = choice.modelOrRefuse(console);
    Path folder = out == null ? Path.of("out", "days-" + model.campus().id() + "-" + seed) : out;
    SimulationPlan plan = new SimulationPlan(
        seed, from, count, step, SimulationJob.zone(choice.rules()), sky, climate());
    Progress progress = Progress.of("simulate");
    SimulationResult result = run(model, choice, plan, folder, progress);
    progress.end();
    console.document(new JsonObject(result.toJson().toString()));
    print(console, result, folder);
    return 0;
  }

  /** Facts of the campus that cannot be are bad input and not a fault of ours. */
  private static SimulationResult run(
      CampusModel model, CampusChoice choice, SimulationPlan plan, Path folder, Progress progress) {
    try {
      return SimulationJob.run(model, choice.rules(), plan, folder, progress::show);
    } catch (BadCircuit bad) {
      throw CliException.badInput(bad.text().zh(), bad.text().en());
    } catch (BadPlant bad) {
      throw CliException.badInput(bad.text().zh(), bad.text().en());
    } catch (HubDesign.BadHub bad) {
      throw CliException.badInput(bad.text().zh(), bad.text().en());
    }
  }

  private @Nullable ClimateZone climate() {
    String word = climate;
    if (word == null) {
      return null;
    }
    if (weather != null) {
      throw CliException.badInput(
          "--climate 与 --weather 只能给一个", "give either --climate or --weather");
    }
    String known = String.join(", ", ClimateZone.words());
    return ClimateZone.find(word)
        .orElseThrow(() -> CliException.badInput(
            "没有气候区 " + word + "；可用：" + known, "no climate " + word + "; there are: " + known));
  }

  private void check(int count) {
    if (count < 1 || count > SimulationPlan.MOST_DAYS) {
      throw CliException.badInput(
          "--days 须为 1 到 " + SimulationPlan.MOST_DAYS,
          "--days must be 1 to " + SimulationPlan.MOST_DAYS);
    }
    if (!SimulationPlan.isStep(step)) {
      throw CliException.badInput(
          "--step 须为 60 到 86400 之间能整除一天的整分钟秒数，如 900 或 3600",
          "--step must be whole minutes in seconds, 60 to 86400, that divide a day, such as 900 or"
              + " 3600");
    }
    if (from.getYear() < 1971 || from.getYear() > 2199) {
      throw CliException.badInput("--from 须在 1971 至 2199 年之间", "--from must lie in 1971 to 2199");
    }
  }

  private static void print(Console console, SimulationResult result, Path folder) {
    JsonNode totals = result.totals();
    String electricity = kilowattHours(totals.at("/electricity_kWh/total"));
    String heat = kilowattHours(totals.at("/heating_kWh/total"));
    String cold = kilowattHours(totals.at("/cooling_kWh/total"));
    int days = result.plan().days();
    console.result(
        result.campus() + " " + days + " 天：用电 " + electricity + "，供热 " + heat + "，供冷 " + cold
            + "，详见 " + folder,
        result.campus() + ", " + days + " day(s): electricity " + electricity + ", heating " + heat
            + ", cooling " + cold + ", see " + folder);
  }

  private static String kilowattHours(JsonNode value) {
    return String.format(Locale.ROOT, "%.0f kWh", value.asDouble());
  }

  private static void onExit(Runnable close) {
    Runtime.getRuntime().addShutdownHook(new Thread(close, "stop"));
  }
}
