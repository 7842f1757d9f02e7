package io.campustwin.adapter.opcua;

import java.nio.file.Path;

/**
 * How the adapter reaches a server.
 *
 * @param endpoint such as {@code opc.tcp://127.0.0.1:4840/campus}
 * @param securityDir where the adapter keeps its own key and the server certificates it trusts
 * @param answerMillis how long a write or read may take
 * @param publishMillis how often the server may send what has changed
 */
public record OpcUaOptions(
    String endpoint,
    String user,
    String password,
    Path securityDir,
    long answerMillis,
    double publishMillis) {
  public static final long ANSWER_MILLIS = 3_000;
  public static final double PUBLISH_MILLIS = 200;

  public OpcUaOptions(String endpoint, String user, String password, Path securityDir) {
    this(endpoint, user, password, securityDir, ANSWER_MILLIS);
  }

  public OpcUaOptions(
      String endpoint, String user, String password, Path securityDir, long answerMillis) {
    this(endpoint, user, password, securityDir, answerMillis, PUBLISH_MILLIS);
  }

  @Override
  public String toString() {
    return "OpcUaOptions[" + user + " at " + endpoint + "]";
  }
}
