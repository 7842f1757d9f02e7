// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import io.campustwin.place.Name;
import io.reactivex.plugins.RxJavaPlugins;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The BACnet program. It ends with its parent process or at SIGTERM. Account and password of the broker come from the
 * environment ({@code CAMPUS_BROKER_USER}, {@code CAMPUS_BROKER_PASSWORD}) or a file, never from the command line.
 */
@Command(
    name = "bacnet",
    mixinStandardHelpOptions = true,
    version = "0.1.0",
    description = {
      "BACnet/IP 适配器与虚拟设备，经边缘链路与服务器和虚拟校园相连。",
      "BACnet/IP adapter and virtual devices, joined to server and world over the edge link."
    })
public final class Main implements Callable<Integer> {
  private static final int BAD_INPUT = 2;
  private static final int OUR_FAULT = 3;
  private static final List<Logger> QUIET = new ArrayList<>();

  @Option(
      names = "--campus",
      paramLabel = "DIR|demo|small",
      defaultValue = "demo",
      description = "校园 / the campus (${DEFAULT-VALUE})")
  private String campus = "demo";

  @Option(
      names = "--broker",
      paramLabel = "HOST:PORT",
      required = true,
      description = "MQTT 5 代理 / the MQTT 5 broker")
  private String broker = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "第一行账号，第二行密码 / account in the first line, password in the second")
  private @Nullable Path passwordFile;

  @Option(
      names = "--role",
      paramLabel = "adapter|devices|both",
      split = ",",
      defaultValue = "both",
      description = "角色 / what to run (${DEFAULT-VALUE})")
  private List<String> roles = List.of("both");

  @Option(
      names = "--ports",
      paramLabel = "FILE",
      description = "设备端口表 / where devices are found: written by devices, read by adapter")
  private @Nullable Path ports;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Who-Is 端口，0 为任意 / UDP port at which a Who-Is finds every device, 0 for any")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "本机 IPv4 地址 / own IPv4 address (${DEFAULT-VALUE})")
  private String bind = "127.0.0.1";

  @Option(
      names = "--witness",
      paramLabel = "FILE",
      description = "记录设备收到的写入 / append each write the devices receive")
  private @Nullable Path witness;

  @Option(names = "--lang", paramLabel = "zh|en", description = "消息语言 / language of messages")
  private @Nullable String lang;

  private final Map<String, String> environment;
  private final CountDownLatch end = new CountDownLatch(1);

  private Main(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] arguments) {
    quietLibraries();
    System.exit(run(System.getenv(), new PrintWriter(System.err, true), arguments));
  }

  /** Runs until the end of the program; the exit code. */
  static int run(Map<String, String> environment, PrintWriter complaints, String... arguments) {
    Main main = new Main(environment);
    return new CommandLine(main)
        .setParameterExceptionHandler((e, args) -> {
          main.complain(
              complaints,
              new Name(
                  "参数错误：" + e.getMessage() + "；--help 列出全部参数",
                  "wrong arguments: " + e.getMessage() + "; --help lists them"));
          return BAD_INPUT;
        })
        .setExecutionExceptionHandler((e, line, result) -> {
          if (e instanceof Complaint complaint) {
            main.complain(complaints, complaint.text());
            return BAD_INPUT;
          }
          main.complain(complaints, new Name("内部错误：" + e, "internal error: " + e));
          return OUR_FAULT;
        })
        .execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    Program program = Program.start(settings());
    Runtime.getRuntime().addShutdownHook(new Thread(program::close, "bacnet-end"));
    ParentWatch.start(System.in, end::countDown);
    end.await();
    return 0;
  }

  private Program.Settings settings() {
    int colon = broker.lastIndexOf(':');
    String[] account = account();
    return new Program.Settings(
        CampusSource.bacnetPoints(campus),
        roles(),
        broker.substring(0, Math.max(0, colon)),
        brokerPort(colon),
        account[0],
        account[1],
        host(),
        checkedPort(),
        ports,
        witness);
  }

  private int brokerPort(int colon) {
    try {
      int number = colon < 1 ? 0 : Integer.parseInt(broker.substring(colon + 1));
      if (number > 0 && number < 65_536) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the rest.
    }
    throw new Complaint(
        "--broker " + broker + " 应为 主机:端口", "--broker " + broker + " should be host:port");
  }

  private int checkedPort() {
    if (port < 0 || port > 65_535) {
      throw new Complaint(
          "--port " + port + " 应为 0 至 65535", "--port " + port + " should be 0 to 65535");
    }
    return port;
  }

  private Set<Program.Role> roles() {
    Set<Program.Role> found = EnumSet.noneOf(Program.Role.class);
    for (String role : roles) {
      switch (role) {
        case "adapter" -> found.add(Program.Role.ADAPTER);
        case "devices" -> found.add(Program.Role.DEVICES);
        case "both" -> found.addAll(EnumSet.allOf(Program.Role.class));
        default ->
          throw new Complaint(
              "--role " + role + " 应为 adapter、devices 或 both",
              "--role " + role + " should be adapter, devices or both");
      }
    }
    return found;
  }

  private InetAddress host() {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new Complaint(
          "--bind " + bind + " 不是本机地址", "--bind " + bind + " is not an address of this machine");
    }
  }

  private @Nullable String[] account() {
    Path file = passwordFile;
    if (file == null) {
      return new @Nullable String[] {
        environment.get("CAMPUS_BROKER_USER"), environment.get("CAMPUS_BROKER_PASSWORD")
      };
    }
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() >= 2) {
        return new @Nullable String[] {lines.get(0).strip(), lines.get(1).strip()};
      }
    } catch (IOException e) {
      // Said below, with the rest.
    }
    throw new Complaint(
        "--password-file " + file + " 应有两行：账号与密码",
        "--password-file " + file + " should have two lines, account and password");
  }

  private void complain(PrintWriter to, Name text) {
    String language = lang == null ? Locale.getDefault().getLanguage() : lang;
    String said = language.startsWith("zh") ? text.zh() : text.en();
    to.println(said.replace('\n', ' '));
  }

  /** Libraries speak from warnings on; the loggers are kept, or their levels would be forgotten. */
  private static void quietLibraries() {
    RxJavaPlugins.setErrorHandler(late ->
        Logger.getLogger("io.campustwin").log(Level.FINE, "after an MQTT client's end", late));
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
    for (String name : List.of("com.serotonin", "lohbihler", "com.hivemq", "io.netty")) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.WARNING);
      QUIET.add(logger);
    }
  }
}
