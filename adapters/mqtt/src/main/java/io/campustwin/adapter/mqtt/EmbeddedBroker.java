package io.campustwin.adapter.mqtt;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * The product's MQTT 5 broker: Apache ActiveMQ Artemis in this process. The wildcards are set to MQTT's own, so that ids
 * with a dot in them match. A subscriber that falls behind loses messages once 64 MiB are waiting in all, instead of
 * delaying everybody; retained messages keep the newest state for it.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final String ACCEPTOR = "mqtt";
  private static final long TOTAL_BYTES = 64L << 20;
  private static final long ADDRESS_BYTES = 16L << 20;
  private static final int JOURNAL_FILE_BYTES = 1 << 20;

  /** Artemis writes an audit line for every message unless told not to; ours is the server's own audit. */
  private static final List<Logger> QUIET = List.of(
      Logger.getLogger("org.apache.activemq"), Logger.getLogger("org.apache.activemq.audit"));

  static {
    QUIET.get(0).setLevel(Level.WARNING);
    QUIET.get(1).setLevel(Level.OFF);
  }

  private final EmbeddedActiveMQ server;
  private final String host;
  private final int port;

  private EmbeddedBroker(EmbeddedActiveMQ server, String host, int port) {
    this.server = server;
    this.host = host;
    this.port = port;
  }

  /**
   * Starts a broker; it listens when this returns.
   *
   * @throws IOException if the address cannot be bound or the data folder not be used
   */
  public static EmbeddedBroker start(BrokerOptions options) throws IOException {
    probe(options);
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration(options));
    server.setSecurityManager(new BrokerAccess(options.users()));
    try {
      server.start();
      NettyAcceptor acceptor =
          (NettyAcceptor) server.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
      if (!server.getActiveMQServer().isActive() || acceptor.getActualPort() <= 0) {
        throw new IOException("the broker did not come up");
      }
      return new EmbeddedBroker(server, options.host(), acceptor.getActualPort());
    } catch (Exception failure) {
      stop(server);
      throw new IOException(
          "MQTT broker on " + options.host() + ":" + options.port() + ": " + failure.getMessage(),
          failure);
    }
  }

  /** Artemis only logs a port in use; this finds it out in time to say so. */
  private static void probe(BrokerOptions options) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(options.host(), options.port()));
    } catch (IOException failure) {
      throw new IOException(
          "MQTT broker cannot listen on "
              + options.host()
              + ":"
              + options.port()
              + ": "
              + failure.getMessage(),
          failure);
    }
  }

  private static Configuration configuration(BrokerOptions options) {
    Configuration configuration = new ConfigurationImpl()
        .setName("campus")
        .setSecurityEnabled(true)
        .setJMXManagementEnabled(false)
        .setPersistenceEnabled(options.dataFolder() != null)
        .setCreateJournalDir(options.dataFolder() != null)
        .setGlobalMaxSize(TOTAL_BYTES)
        .setThreadPoolMaxSize(8)
        .setScheduledThreadPoolMaxSize(1)
        .setMessageExpiryScanPeriod(30_000)
        .setAddressQueueScanPeriod(60_000)
        .setMessageCounterEnabled(false)
        .setGracefulShutdownEnabled(false);
    configuration.setWildCardConfiguration(
        new WildcardConfiguration().setDelimiter('/').setAnyWords('#').setSingleWord('+'));
    configuration.setCriticalAnalyzer(false);
    configuration.addAcceptorConfiguration(acceptor(options));
    configuration.addAddressSetting("#", addresses());
    Path folder = options.dataFolder();
    if (folder != null) {
      keepIn(configuration, folder);
    }
    return configuration;
  }

  private static TransportConfiguration acceptor(BrokerOptions options) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(TransportConstants.HOST_PROP_NAME, options.host());
    parameters.put(TransportConstants.PORT_PROP_NAME, options.port());
    parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
    parameters.put(TransportConstants.REMOTING_THREADS_PROPNAME, 1);
    parameters.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    return new TransportConfiguration(
        NettyAcceptorFactory.class.getName(), parameters, ACCEPTOR, new HashMap<>());
  }

  private static AddressSettings addresses() {
    return new AddressSettings()
        .setAutoCreateAddresses(true)
        .setAutoCreateQueues(true)
        .setAutoDeleteAddresses(false)
        .setAutoDeleteQueues(true)
        .setDeadLetterAddress(SimpleString.of("dropped"))
        .setExpiryAddress(SimpleString.of("expired"))
        .setMaxSizeBytes(ADDRESS_BYTES)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
  }

  private static void keepIn(Configuration configuration, Path folder) {
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalFileSize(JOURNAL_FILE_BYTES);
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
  }

  public String host() {
    return host;
  }

  /** The port it listens on, also if 0 was asked for. */
  public int port() {
    return port;
  }

  /** Connections at this moment. */
  public int connections() {
    return server.getActiveMQServer().getConnectionCount();
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(EmbeddedActiveMQ server) {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("MQTT broker did not stop", failure);
    }
  }
}
