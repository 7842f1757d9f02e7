package io.campustwin.server.app;

import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.security.PasswordRules;
import io.campustwin.server.security.Role;
import io.campustwin.server.storage.SqliteAuditStore;
import io.campustwin.server.storage.SqliteUserStore;
import io.campustwin.server.storage.User;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campus user}: accounts of a data folder, whether or not its server runs; a running one ends their sessions. */
@Command(name = "user", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class UserCommand {
  @Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int list(@Mixin CommonOptions common, @Mixin Folder folder) throws IOException {
    Console console = common.console();
    try (SqliteUserStore users = folder.users()) {
      JsonArray all = new JsonArray();
      for (User user : users.list()) {
        String mark = user.disabled() ? " -" : "";
        console.result(
            user.name() + " " + user.role() + mark, user.name() + " " + user.role() + mark);
        all.add(new JsonObject()
            .put("name", user.name())
            .put("role", user.role())
            .put("buildings", new JsonArray(List.copyOf(user.buildings())))
            .put("disabled", user.disabled()));
      }
      console.document(new JsonObject().put("users", all));
    }
    return 0;
  }

  @Command(name = "add", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int add(
      @Mixin CommonOptions common,
      @Mixin Folder folder,
      @Parameters(paramLabel = "NAME", descriptionKey = "user.name") String name,
      @Option(names = "--role", required = true, descriptionKey = "role") String role,
      @Option(names = "--building", descriptionKey = "building") @Nullable Set<String> buildings)
      throws IOException {
    String word = role.toLowerCase(Locale.ROOT);
    if (Role.find(word).filter(known -> known != Role.VISITOR).isEmpty()) {
      throw CliException.badInput(
          "没有角色“" + role + "”；请用 operator、engineer、evaluator 或 admin",
          "there is no role '" + role + "'; give operator, engineer, evaluator or admin");
    }
    if (!name.matches("[a-z0-9][a-z0-9._-]{1,31}") || name.equals("visitor")) {
      throw CliException.badInput(
          "账户名须为 2 到 32 位小写字母、数字、. _ -", "a user name has 2 to 32 of a-z 0-9 . _ -");
    }
    String password = PasswordRules.random();
    long now = System.currentTimeMillis();
    Set<String> scope = buildings == null ? Set.of() : buildings;
    try (SqliteUserStore users = folder.users()) {
      if (!users.create(
          new User(name, word, scope, true, false, now, now), password.toCharArray())) {
        throw CliException.badInput("账户“" + name + "”已存在", "account '" + name + "' exists already");
      }
      folder.audit(users, "user-create", users.keyOf(name), word);
    }
    show(common.console(), name, password);
    return 0;
  }

  @Command(name = "password", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int password(
      @Mixin CommonOptions common,
      @Mixin Folder folder,
      @Parameters(paramLabel = "NAME", descriptionKey = "user.name") String name,
      @Option(names = "--stdin", descriptionKey = "stdin") boolean fromInput)
      throws IOException {
    String password = fromInput ? readLine() : PasswordRules.random();
    check(name, password);
    try (SqliteUserStore users = folder.users()) {
      if (!users.changePassword(
          name, password.toCharArray(), !fromInput, System.currentTimeMillis())) {
        throw unknown(name);
      }
      folder.audit(users, "password-change", users.keyOf(name), "command line");
    }
    if (fromInput) {
      common.console().document(new JsonObject().put("user", name));
      common.console().result("账户 " + name + " 的密码已更改", "password of " + name + " changed");
    } else {
      show(common.console(), name, password);
    }
    return 0;
  }

  private static void check(String name, String password) {
    if (!PasswordRules.isAcceptable(name, password)) {
      throw CliException.badInput(
          "密码须为 10 到 128 个字符、至少 5 种不同字符且不含用户名",
          "a password needs 10 to 128 characters, 5 different ones, and must not hold the user name");
    }
  }

  @Command(name = "disable", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int disable(
      @Mixin CommonOptions common,
      @Mixin Folder folder,
      @Parameters(paramLabel = "NAME", descriptionKey = "user.name") String name)
      throws IOException {
    return change(common.console(), folder, name, true);
  }

  @Command(name = "enable", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int enable(
      @Mixin CommonOptions common,
      @Mixin Folder folder,
      @Parameters(paramLabel = "NAME", descriptionKey = "user.name") String name)
      throws IOException {
    return change(common.console(), folder, name, false);
  }

  private static int change(Console console, Folder folder, String name, boolean disabled)
      throws IOException {
    try (SqliteUserStore users = folder.users()) {
      User old = users.find(name).orElseThrow(() -> unknown(name));
      if (disabled && isLastAdministrator(users, old)) {
        throw lastAdministrator(name);
      }
      users.update(new User(
          old.key(),
          name,
          old.role(),
          old.buildings(),
          old.mustChange(),
          disabled,
          old.created(),
          System.currentTimeMillis()));
      folder.audit(users, "user-change", old.key(), disabled ? "disabled" : "enabled");
    }
    String word = disabled ? "disabled" : "enabled";
    console.document(new JsonObject().put("user", name).put("disabled", disabled));
    console.result("账户 " + name + (disabled ? " 已停用" : " 已启用"), "account " + name + " is " + word);
    return 0;
  }

  @Command(name = "erase", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int erase(
      @Mixin CommonOptions common,
      @Mixin Folder folder,
      @Parameters(paramLabel = "NAME", descriptionKey = "user.name") String name)
      throws IOException {
    try (SqliteUserStore users = folder.users()) {
      Optional<User> user = users.find(name);
      if (user.isPresent() && isLastAdministrator(users, user.get())) {
        throw lastAdministrator(name);
      }
      if (!users.listPeople().containsValue(name)) {
        throw unknown(name);
      }
      String key = users.keyOf(name);
      users.erase(name, System.currentTimeMillis());
      folder.audit(users, "user-erase", key, "");
    }
    common.console().document(new JsonObject().put("erased", true));
    common
        .console()
        .result(
            "已删除；此人的操作记录保留，但不再与姓名关联。此前的备份仍含其姓名",
            "erased; what the person did stays without the name; backups made before still hold it");
    return 0;
  }

  private static CliException lastAdministrator(String name) {
    return CliException.badInput(
        "“" + name + "”是最后一位管理员，不能停用或删除；请先添加另一位",
        "'" + name + "' is the last administrator and stays; add another one first");
  }

  private static boolean isLastAdministrator(SqliteUserStore users, User user) throws IOException {
    return isAdministrator(user)
        && users.list().stream().filter(UserCommand::isAdministrator).count() == 1;
  }

  private static boolean isAdministrator(User user) {
    return user.role().equals("admin") && !user.disabled();
  }

  private static CliException unknown(String name) {
    return CliException.badInput(
        "没有账户“" + name + "”；可用 campus user list 查看",
        "there is no account '" + name + "'; 'campus user list' shows all");
  }

  private static void show(Console console, String name, String password) {
    console.document(new JsonObject().put("user", name).put("password", password));
    console.result(
        "账户 " + name + " 的密码：" + password + "（首次登录须更改）",
        "password of " + name + ": " + password + " (to be changed at first sign-in)");
  }

  private static String readLine() throws IOException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = input.readLine();
    return line == null ? "" : line;
  }

  /** Where the accounts are kept. */
  static final class Folder {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    Path data = Path.of("data");

    private Path store(String file) {
      Path path = data.resolve("store").resolve(file);
      if (!Files.isRegularFile(path)) {
        throw CliException.badInput(
            data + " 不是数据目录；请先运行 campus run，或用 --data 指定",
            data + " is no data folder; run 'campus run' first, or give it with --data");
      }
      return path;
    }

    SqliteUserStore users() throws IOException {
      return SqliteUserStore.open(store("users.db"));
    }

    /** Persons stand in it by their keys only, also who uses the command line. */
    void audit(SqliteUserStore users, String action, String target, String detail)
        throws IOException {
      try (SqliteAuditStore audit = SqliteAuditStore.open(store("audit.db"))) {
        String user = users.keyOf("os:" + System.getProperty("user.name"));
        audit.append(System.currentTimeMillis(), user, action, target, "ok", detail);
      }
    }
  }
}
