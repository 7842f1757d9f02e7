package io.campustwin.adapter.mqtt;

/**
 * How a side of the MQTT field reaches the broker.
 *
 * @param campusId second level of every topic: {@code campus/<campus id>/...}
 * @param clientId of the connection, unique at the broker; for virtual devices also the name of their group
 * @param answerMillis how long a device may take to answer a write
 */
public record MqttOptions(
    String host,
    int port,
    String user,
    String password,
    String campusId,
    String clientId,
    long answerMillis) {
  public static final long ANSWER_MILLIS = 3_000;

  public MqttOptions(
      String host, int port, String user, String password, String campusId, String clientId) {
    this(host, port, user, password, campusId, clientId, ANSWER_MILLIS);
  }

  @Override
  public String toString() {
    return "MqttOptions[" + user + " as " + clientId + " at " + host + ":" + port + "]";
  }
}
