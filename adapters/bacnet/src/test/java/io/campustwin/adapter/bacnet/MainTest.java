// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong arguments end with one line in the user's language and exit code 2. */
class MainTest {
  @TempDir
  Path folder;

  @Test
  void a1_argumentsThatCannotBe() {
    refused("--broker");
    refused("should be host:port", "--broker", "nowhere");
    refused("--role painter", "--broker", "127.0.0.1:1", "--role", "painter");
    refused("0 to 65535", "--broker", "127.0.0.1:1", "--port", "70000");
    refused("--brocker", "--broker", "127.0.0.1:1", "--brocker", "x");
    refused("two lines", "--broker", "127.0.0.1:1", "--password-file", "no-such-file");
  }

  @Test
  void a2_aCampusThatIsNotThereOrIsBroken() throws Exception {
    refused("no campus folder", "--broker", "127.0.0.1:1", "--campus", "no-such-campus");
    Files.writeString(folder.resolve("campus.yaml"), "campus: {id: x}\n");
    refused("campus.yaml", "--broker", "127.0.0.1:1", "--campus", folder.toString());
  }

  @Test
  void a3_filesThatCannotBeWritten() {
    refused(
        "--witness",
        "--broker",
        "127.0.0.1:1",
        "--campus",
        "small",
        "--role",
        "devices",
        "--witness",
        folder.toString());
    refused(
        "--ports",
        "--broker",
        "127.0.0.1:1",
        "--campus",
        "small",
        "--role",
        "devices",
        "--ports",
        folder.resolve("no/such/file").toString());
  }

  @Test
  void b1_inChinese() {
    StringWriter said = new StringWriter();
    int code =
        Main.run(Map.of(), new PrintWriter(said, true), "--broker", "nowhere", "--lang", "zh");
    assertThat(code).isEqualTo(2);
    assertThat(said.toString().strip()).isEqualTo("--broker nowhere 应为 主机:端口");
  }

  private static void refused(String expected, String... arguments) {
    StringWriter said = new StringWriter();
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--lang";
    all[arguments.length + 1] = "en";
    int code = Main.run(Map.of(), new PrintWriter(said, true), all);
    assertThat(code).as("%s", said).isEqualTo(2);
    assertThat(said.toString().strip()).contains(expected).doesNotContain("\n");
  }
}
