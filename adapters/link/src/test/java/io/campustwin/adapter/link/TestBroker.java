package io.campustwin.adapter.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** An MQTT 5 broker in memory on a free loopback port, that can be stopped and started again on the same port. */
public final class TestBroker implements AutoCloseable {
  private static final Logger QUIET = Logger.getLogger("org.apache.activemq");

  private final int port;
  private EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private boolean running;

  public TestBroker() {
    QUIET.setLevel(Level.WARNING);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      this.port = free.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    start();
  }

  public int port() {
    return port;
  }

  public LinkAddress address(String link) {
    return LinkAddress.of("127.0.0.1", port, link);
  }

  public void start() {
    try {
      ConfigurationImpl configuration = new ConfigurationImpl();
      configuration
          .setPersistenceEnabled(false)
          .setSecurityEnabled(false)
          .setJMXManagementEnabled(false);
      configuration.setScheduledThreadPoolMaxSize(1).setThreadPoolMaxSize(4);
      configuration.setWildCardConfiguration(
          new WildcardConfiguration().setDelimiter('/').setAnyWords('#').setSingleWord('+'));
      configuration.addAcceptorConfiguration(
          "mqtt",
          "tcp://127.0.0.1:" + port + "?protocols=MQTT;nioRemotingThreads=2;useEpoll=false");
      server = new EmbeddedActiveMQ();
      server.setConfiguration(configuration);
      server.start();
      running = true;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public void stop() {
    if (running) {
      running = false;
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    stop();
  }
}
