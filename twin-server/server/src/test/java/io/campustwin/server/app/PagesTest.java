package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as browsers fetch them. */
class PagesTest {
  @TempDir
  static Path folder;

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static HttpResponse<byte[]> fetch(String method, String path, String accept)
      throws Exception {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + path))
        .method(method, HttpRequest.BodyPublishers.noBody())
        .header("Accept", accept)
        .header("Accept-Encoding", "gzip")
        .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) throws Exception {
    byte[] body = answer.body();
    if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/manage", "/manage/", "/evaluate", "/evaluate/", "/index.html"})
  void a1_pagesAreAskedForAgainAndTheirAssetsKeptForEver(String path) throws Exception {
    HttpResponse<byte[]> page = fetch("GET", path, "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Content-Security-Policy")).contains("script-src 'self'");
    Matcher asset = Pattern.compile("/assets/[\\w.-]+\\.(js|css)").matcher(text(page));
    assertThat(asset.find()).isTrue();
    HttpResponse<byte[]> script = fetch("GET", asset.group(), "*/*");
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(header(script, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(script, "Content-Encoding")).isEqualTo("gzip");
    assertThat(text(script)).isNotBlank();
    HttpResponse<byte[]> head = fetch("HEAD", path, "text/html");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void b1_anUnknownPathIsAPageForBrowsersAndAProblemForPrograms() throws Exception {
    HttpResponse<byte[]> page = fetch("GET", "/no/such/page", "text/html,*/*;q=0.8");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(text(page)).contains("没有这个页面").contains("Page not found");
    HttpResponse<byte[]> problem = fetch("GET", "/no/such/page", "application/json");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(text(problem)).contains("unknown-path");
    HttpResponse<byte[]> api = fetch("GET", "/api/v1/no/such", "text/html");
    assertThat(header(api, "Content-Type")).startsWith("application/problem+json");
    HttpResponse<byte[]> asset = fetch("GET", "/assets/gone-1234.js", "*/*");
    assertThat(asset.statusCode()).isEqualTo(404);
    assertThat(header(asset, "Cache-Control")).isEqualTo("no-store");
  }
}
