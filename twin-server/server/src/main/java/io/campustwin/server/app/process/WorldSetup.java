package io.campustwin.server.app.process;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the process of the virtual campus is told by the one that starts it, in a file of its owner's: it holds a secret.
 *
 * @param opcuaPort where its OPC UA server is to listen
 * @param opcuaSecret password of the account {@value #OPCUA_USER} there
 * @param witness file that takes a line for every write a device receives
 * @param control file that it writes, with the address at which faults are injected
 */
public record WorldSetup(
    String campus,
    long seed,
    double speed,
    String brokerHost,
    int brokerPort,
    String brokerUser,
    String brokerPassword,
    int opcuaPort,
    String opcuaSecret,
    Path witness,
    Path control) {
  public static final String OPCUA_USER = "campus";

  public void write(Path file) throws IOException {
    SecretFile.write(
        file,
        new JsonObject()
            .put("campus", campus)
            .put("seed", seed)
            .put("speed", speed)
            .put("brokerHost", brokerHost)
            .put("brokerPort", brokerPort)
            .put("brokerUser", brokerUser)
            .put("brokerPassword", brokerPassword)
            .put("opcuaPort", opcuaPort)
            .put("opcuaSecret", opcuaSecret)
            .put("witness", witness.toString())
            .put("control", control.toString()));
  }

  public static WorldSetup read(Path file) throws IOException {
    JsonObject json =
        SecretFile.read(file).orElseThrow(() -> new IOException("no world setup in " + file));
    return new WorldSetup(
        json.getString("campus"),
        json.getLong("seed"),
        json.getDouble("speed"),
        json.getString("brokerHost"),
        json.getInteger("brokerPort"),
        json.getString("brokerUser"),
        json.getString("brokerPassword"),
        json.getInteger("opcuaPort"),
        json.getString("opcuaSecret"),
        Path.of(json.getString("witness")),
        Path.of(json.getString("control")));
  }
}
