package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.server.ditto.DittoEndpoint;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configured Ditto endpoint gets the running twin. */
class MirrorTest {
  @TempDir
  Path folder;

  @Test
  void a1_theTwinOfTheConfigurationFileIsMirrored() throws Exception {
    Path file = folder.resolve("field.yaml");
    try (DittoEndpoint endpoint = DittoEndpoint.start();
        TestServer server = TestServer.start(folder.resolve("data"))) {
      Files.writeString(file, """
          ditto: {endpoint: "%s", user: ditto, password: secret, namespace: cn.example}
          """.formatted(endpoint.uri()));
      try (AutoCloseable mirror =
          Mirror.start(Settings.read(file), server.model, server.twin()).orElseThrow()) {
        String lamp = server.model.points().stream()
            .map(point -> point.id().text())
            .filter(id -> id.endsWith("LG1.group.state"))
            .findFirst()
            .orElseThrow();
        String token = server.token("operator");
        String body = new JsonObject()
            .put("target", new JsonObject().put("point", lamp))
            .put("value", true)
            .put("priority", 8)
            .put("reason", "mirror")
            .encode();
        assertThat(server.send("POST", "/api/v1/commands", token, body).status())
            .isEqualTo(202);
        String thing = "cn.example:" + lamp.substring(0, lamp.indexOf('.'));
        await(endpoint, thing, server.model.equipment().size());
        assertThat(mirror).isNotNull();
      }
    }
  }

  private static void await(DittoEndpoint endpoint, String thing, int things)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      JsonObject found = endpoint.things().get(thing);
      boolean isOn = found != null && found.encode().contains("\"value\":true");
      if (isOn && endpoint.things().size() == things) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError(
        thing + " does not show its lamp on: " + endpoint.things().get(thing));
  }
}
