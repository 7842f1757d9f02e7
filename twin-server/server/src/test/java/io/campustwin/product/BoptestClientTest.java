package io.campustwin.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.server.boptest.BoptestServer;
import io.campustwin.simulator.boptest.TestCase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The test bed as a controller in JavaScript and as a careless client meet it. */
class BoptestClientTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static BoptestServer server;

  @BeforeAll
  static void start() {
    CampusFiles files = BundledCampus.find("small").orElseThrow();
    CampusModel model = Objects.requireNonNull(CampusReader.read(files).model());
    Rules rules = RulesReader.read(files, model).rules();
    TestCase small = new TestCase("small", model, rules, ZoneId.of("Asia/Shanghai"));
    server = BoptestServer.start(List.of(small), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(
      String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + path))
        .method(method, HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode answer(int status, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response = send(method, path, body);
    JsonNode json = Product.JSON.readTree(response.body());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(json.path("status").asInt()).isEqualTo(status);
    return json;
  }

  @Test
  void a1_twoWeeksOfAControllerGiveTheIndicatorsItIntegratesItself() throws Exception {
    boolean node = Programs.isOnPath("node");
    if (!node && "true".equals(System.getenv("CI"))) {
      fail("node is missing; install nodejs");
    }
    assumeTrue(node, "node is missing on this machine");
    String script = Path.of("src/test/foreign/boptest.mjs").toAbsolutePath().toString();
    String url = "http://127.0.0.1:" + server.port() + "/boptest";
    JsonNode said = Product.JSON.readTree(
        Programs.run(List.of("node", script, url, "small", "3600"), Path.of("."), "", 300));
    assertThat(said.path("steps").asInt()).isEqualTo(14 * 24);
    assertThat(said.path("moments").asInt()).isEqualTo(14 * 1440 + 1);
    assertThat(said.path("highest").asDouble()).isEqualTo(294.15);
    ObjectNode hand = (ObjectNode) said.path("hand");
    hand.fields().forEachRemaining(one -> {
      JsonNode ours = said.path("kpi").path(one.getKey());
      assertThat(ours.isNull()).as(one.getKey()).isEqualTo(one.getValue().isNull());
      assertThat(ours.asDouble())
          .as(one.getKey())
          .isCloseTo(one.getValue().asDouble(), within(1e-9 * Math.max(1, ours.asDouble())));
    });
    for (String some : List.of("tdis_tot", "ener_tot", "cost_tot", "emis_tot", "pele_tot")) {
      assertThat(said.path("kpi").path(some).asDouble()).as(some).isPositive();
    }
  }

  @Test
  void b1_withoutATestidTheFirstTestCaseAnswers() throws Exception {
    assertThat(answer(200, "GET", "/name", "").at("/payload/name").asText()).isEqualTo("small");
    assertThat(answer(200, "GET", "/boptest/step", "").path("payload").asInt()).isEqualTo(900);
    JsonNode y =
        answer(200, "PUT", "/initialize", "{\"start_time\": 3600, \"warmup_period\": \"600\"}");
    assertThat(y.at("/payload/time").asDouble()).isEqualTo(3600);
    String setpoint = "A101_FC1_zone_setpoint";
    JsonNode cut = answer(
        200,
        "POST",
        "/advance",
        "{\"" + setpoint + "_u\": 999, \"" + setpoint + "_activate\": \"1\"}");
    assertThat(cut.path("message").asText()).contains("WARNING");
    assertThat(cut.at("/payload/" + setpoint + "_u").asDouble()).isEqualTo(308.15);
    assertThat(cut.at("/payload/time").asDouble()).isEqualTo(4500);
  }

  @Test
  void c1_badInputIsNamedAndNothingOfItIsApplied() throws Exception {
    answer(200, "PUT", "/step", "{\"step\": 600}");
    for (String body :
        List.of("{\"step\": -1}", "{\"step\": \"x\"}", "{}", "[]", "{", "{\"step\": 0.5}")) {
      assertThat(answer(400, "PUT", "/step", body).path("message").asText()).contains(" / ");
    }
    assertThat(answer(200, "GET", "/step", "").path("payload").asInt()).isEqualTo(600);
    answer(200, "PUT", "/step", "{\"step\": 900}");
    answer(400, "PUT", "/initialize", "{\"start_time\": -1, \"warmup_period\": 0}");
    answer(400, "PUT", "/scenario", "{\"electricity_price\": \"dynamic\", \"time_period\": \"x\"}");
    assertThat(
            answer(200, "GET", "/scenario", "").at("/payload/electricity_price").asText())
        .isEqualTo("constant");
    answer(400, "POST", "/advance", "{\"nobody_u\": 1}");
    answer(400, "POST", "/advance", "{\"A101_FC1_zone_setpoint_activate\": 1}");
    answer(
        400,
        "PUT",
        "/forecast",
        "{\"point_names\": [\"TDryBul\"], \"horizon\": 300000000, \"interval\": 1}");
    answer(400, "GET", "/kpi/no-such-test", "");
    answer(404, "POST", "/testcases/none/select", "");
    answer(404, "GET", "/nothing/here", "");
  }

  @Test
  void c2_testsAreFewAndEnd() throws Exception {
    String first = Product.JSON
        .readTree(send("POST", "/testcases/small/select", "").body())
        .path("testid")
        .asText();
    assertThat(send("GET", "/status/" + first, "").body()).isEqualTo("\"Running\"");
    answer(200, "GET", "/name", "");
    answer(400, "POST", "/testcases/small/select", "{}");
    assertThat(send("PUT", "/stop/" + first, "").body()).isEqualTo("OK");
    answer(400, "GET", "/name/" + first, "");
  }

  @Test
  void d1_otherNamesAndForeignPagesAreRefused() throws Exception {
    assertThat(send("GET", "/version", "", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request =
          "GET /boptest/version HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 403");
    }
  }
}
