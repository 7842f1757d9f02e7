package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document a viewer draws, and the sun. */
class GeometryTest {
  private static final String PATH = "/api/v1/campus/geometry";

  @TempDir
  static Path folder;

  private static TestServer server;
  private static String admin;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
    admin = server.token("admin");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static JsonObject get(String path, String token) throws Exception {
    TestServer.Answer answer = server.send("GET", path, token, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<JsonObject> list(JsonObject json, String key) {
    return json.getJsonArray(key).stream().map(JsonObject.class::cast).toList();
  }

  private static Set<String> texts(JsonObject json, String list, String key) {
    return list(json, list).stream().map(item -> item.getString(key)).collect(Collectors.toSet());
  }

  @Test
  void a1_anAdministratorGetsAllThereIsToDraw() throws Exception {
    JsonObject all = get(PATH, admin);
    assertThat(list(all, "spaces")).hasSameSizeAs(server.model.campus().spaces());
    assertThat(list(all, "equipment")).hasSameSizeAs(server.model.equipment());
    assertThat(list(all, "landscape"))
        .hasSameSizeAs(server.model.campus().scenery().landscape());
    assertThat(list(all, "tour")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(list(all, "buildings").get(0).getJsonObject("hours").getString("zh"))
        .isNotBlank();
    long cameras = server.model.equipment().stream()
        .filter(piece -> piece.kind().equals("camera"))
        .count();
    assertThat((long) list(all, "views").size()).isEqualTo(cameras);
    for (JsonObject view : list(all, "views")) {
      assertThat(view.getJsonArray("polygon").size()).isBetween(3, 40);
    }
  }

  @Test
  void a2_aVisitorGetsOnlyWhatIsPublic() throws Exception {
    JsonObject open = get(PATH, "");
    Set<String> spaces = texts(open, "spaces", "id");
    assertThat(spaces).isNotEmpty().doesNotContain("A104");
    assertThat(list(open, "views")).isEmpty();
    assertThat(open.getJsonObject("kinds").fieldNames()).doesNotContain("camera", "access-door");
    assertThat(spaces).containsAll(texts(open, "passages", "from"));
    assertThat(spaces).containsAll(texts(open, "passages", "to"));
    assertThat(spaces).containsAll(texts(open, "equipment", "space"));
    assertThat(list(open, "tour")).isNotEmpty();
    assertThat(list(open, "equipment")).allSatisfy(piece -> assertThat(
            server.model.findEquipment(piece.getString("id")).orElseThrow().isPublic())
        .isTrue());
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void a3_theDocumentIsPackedAndKept(HttpClient.Version version) throws Exception {
    HttpResponse<byte[]> first = fetch(version, "Accept-Encoding", "gzip, br");
    assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(first.body().length).isLessThan(12_000);
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(first.body())).readAllBytes();
    assertThat(new JsonObject(Buffer.buffer(plain)).getString("id")).isEqualTo("small");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(fetch(version, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(fetch(version, "Accept-Encoding", "gzip;q=0").body()).isEqualTo(plain);
  }

  private static HttpResponse<byte[]> fetch(HttpClient.Version version, String header, String value)
      throws Exception {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + PATH))
        .version(version)
        .timeout(Duration.ofSeconds(20))
        .header(header, value)
        .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void b1_theSunRisesInTheEastAndStandsInTheSouthAtNoon() throws Exception {
    JsonObject sun = get("/api/v1/campus/sun?date=2026-06-21", "");
    assertThat(sun.getString("zone")).isEqualTo("Asia/Shanghai");
    assertThat(sun.fieldNames()).containsExactlyInAnyOrder("date", "zone", "path");
    JsonArray path = sun.getJsonArray("path");
    assertThat(path).hasSize(96);
    JsonArray morning = path.getJsonArray(6 * 4);
    assertThat(morning.getDouble(1)).isBetween(60.0, 80.0);
    assertThat(morning.getDouble(2)).isBetween(3.0, 15.0);
    JsonArray noon = path.getJsonArray(12 * 4 + 1);
    assertThat(noon.getInteger(0)).isEqualTo(735);
    assertThat(noon.getDouble(2)).isBetween(76.0, 80.0);
    assertThat(path.getJsonArray(0).getDouble(2)).isNegative();
  }

  @Test
  void b2_aBadDateIsRefusedByName() throws Exception {
    for (String date : List.of("tomorrow", "2026-02-30", "0001-01-01", "")) {
      TestServer.Answer answer = server.send("GET", "/api/v1/campus/sun?date=" + date, "", null);
      assertThat(answer.status()).as(date).isEqualTo(400);
      assertThat(answer.json().getString("code")).isEqualTo("bad-parameter");
    }
  }
}
