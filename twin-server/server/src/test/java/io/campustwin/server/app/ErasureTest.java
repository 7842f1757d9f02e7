package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.server.security.Pseudonyms;
import io.campustwin.server.storage.SqliteAuditStore;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person works, is erased, and no byte of any file of the data folder holds the name any more. */
class ErasureTest {
  private static final String NAME = "zhang.wei-7";

  @TempDir
  Path folder;

  @Test
  void a1_afterErasingNoFileHoldsTheName() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      String admin = server.token("admin");
      String token = work(server, admin);
      assertThat(filesWith(NAME)).allMatch(file -> file.startsWith("users.db")).isNotEmpty();
      assertThat(get(server, "/overrides", admin)).contains(NAME).doesNotContain("u:");
      assertThat(get(server, "/audit", admin)).contains("\"user\":\"" + NAME + "\"");

      assertThat(server.send("DELETE", "/api/v1/users/" + NAME, admin, null).status())
          .isEqualTo(204);
      assertThat(filesWith(NAME)).isEmpty();
      assertThat(get(server, "/overrides", admin)).contains(Pseudonyms.ERASED);
      assertThat(get(server, "/audit", admin)).contains("user-erase").doesNotContain(NAME);
      assertThat(server.send("GET", "/api/v1/session", token, null).status()).isEqualTo(401);
      assertThat(get(server, "/users", admin)).doesNotContain(NAME);
      assertThat(server.send("DELETE", "/api/v1/users/" + NAME, admin, null).status())
          .isEqualTo(404);
      assertThat(server.send("DELETE", "/api/v1/users/admin", admin, null).status())
          .isEqualTo(409);
    }
    assertThat(filesWith(NAME)).isEmpty();
    try (Stream<Path> files = Files.walk(folder)) {
      Path audit = files.filter(file -> file.endsWith("audit.db")).findFirst().orElseThrow();
      try (SqliteAuditStore chain = SqliteAuditStore.open(audit)) {
        assertThat(chain.verify()).isEmpty();
      }
    }
  }

  /** Signs in, changes the password, commands a lamp, mistypes the password, asks for a run. */
  private static String work(TestServer server, String admin) throws Exception {
    String made =
        post(server, "/users", admin, "{\"name\":\"" + NAME + "\",\"role\":\"engineer\"}");
    String password = new JsonObject(made).getString("password");
    String first = signIn(server, password);
    String changed = post(
        server, "/password", first, "{\"old\":\"" + password + "\",\"new\":\"Bamboo-green-77\"}");
    assertThat(signIn(server, "not-this-one-1")).isEmpty();
    String token = new JsonObject(changed).getString("token");
    String command = "{\"target\":{\"query\":\"kind:lighting-group point:group.state\"},"
        + "\"value\":true,\"priority\":8,\"reason\":\"test\"}";
    assertThat(post(server, "/commands", token, command)).contains("items");
    assertThat(post(server, "/scenario-runs", token, "{\"scenario\":\"DR-PANIC\"}"))
        .contains("\"user\":\"" + NAME + "\"");
    return token;
  }

  private static String signIn(TestServer server, String password) throws Exception {
    String body = "{\"user\":\"" + NAME + "\",\"password\":\"" + password + "\"}";
    return new JsonObject(post(server, "/session", "", body)).getString("token", "");
  }

  private static String get(TestServer server, String path, String token) throws Exception {
    return server.send("GET", "/api/v1" + path, token, null).body();
  }

  private static String post(TestServer server, String path, String token, String body)
      throws Exception {
    return server.send("POST", "/api/v1" + path, token, body).body();
  }

  /** Files that hold the word, in any encoding that something here writes. */
  private List<String> filesWith(String word) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (Charset set :
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
          if (bytes.contains(new String(word.getBytes(set), StandardCharsets.ISO_8859_1))) {
            found.add(file.getFileName().toString());
          }
        }
      }
    }
    return found;
  }
}
