package io.campustwin.adapter.opcua;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/**
 * Builds a Milo server for virtual devices: bound to one address, log-in by name and password over Basic256Sha256 with
 * SignAndEncrypt, an unsecured endpoint for discovery only. Any client certificate is taken; the password decides.
 */
final class DeviceServer {
  static final String PATH = "/campus";
  private static final int PORT_TRIES = 10;
  private static final long PORT_PAUSE_NANOS = 100_000_000;

  private final OpcUaServerOptions options;
  private final Identity identity;
  private final int port;

  DeviceServer(OpcUaServerOptions options) throws IOException {
    this.options = options;
    this.port = freePort(options);
    this.identity = Identity.in(options.securityDir(), "opcua-server", options.host());
  }

  int port() {
    return port;
  }

  /** A server that stopped a moment ago may hold its port a little longer than it says. */
  private static int freePort(OpcUaServerOptions options) throws IOException {
    for (int tries = 1; tries < PORT_TRIES; tries++) {
      try {
        return bind(options);
      } catch (BindException taken) {
        LockSupport.parkNanos(PORT_PAUSE_NANOS);
      } catch (IOException other) {
        break;
      }
    }
    try {
      return bind(options);
    } catch (IOException failure) {
      throw new IOException(
          "OPC UA server cannot listen on "
              + options.host()
              + ":"
              + options.port()
              + ": "
              + failure.getMessage(),
          failure);
    }
  }

  private static int bind(OpcUaServerOptions options) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(options.host(), options.port()));
      return socket.getLocalPort();
    }
  }

  OpcUaServer build() throws IOException {
    OpcUaServerConfig config = OpcUaServerConfig.builder()
        .setApplicationUri(identity.applicationUri())
        .setApplicationName(LocalizedText.english("Campus Twin virtual devices"))
        .setProductUri("urn:campustwin:virtual-devices")
        .setEndpoints(endpoints())
        .setCertificateManager(certificates())
        .setIdentityValidator(logins())
        .setLimits(new Limits())
        .build();
    return new OpcUaServer(
        config,
        profile ->
            new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
  }

  private Set<EndpointConfig> endpoints() {
    EndpointConfig.Builder base = EndpointConfig.newBuilder()
        .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
        .setBindAddress(options.host())
        .setHostname(options.host())
        .setBindPort(port)
        .setPath(PATH)
        .setCertificate(identity.certificate());
    Set<EndpointConfig> endpoints = new LinkedHashSet<>();
    endpoints.add(base.copy()
        .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
        .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
        .addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME)
        .build());
    EndpointConfig.Builder open = base.copy()
        .setSecurityPolicy(SecurityPolicy.None)
        .setSecurityMode(MessageSecurityMode.None);
    endpoints.add(open.copy().setPath(PATH + "/discovery").build());
    if (options.openReading()) {
      endpoints.add(open.copy()
          .addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
          .build());
    }
    return endpoints;
  }

  private IdentityValidator logins() {
    UsernameIdentityValidator named =
        new UsernameIdentityValidator(login -> options.user().equals(login.getUsername())
            && MessageDigest.isEqual(
                options.password().getBytes(StandardCharsets.UTF_8),
                login.getPassword().getBytes(StandardCharsets.UTF_8)));
    return options.openReading()
        ? new CompositeValidator(AnonymousIdentityValidator.INSTANCE, named)
        : named;
  }

  private CertificateManager certificates() throws IOException {
    try {
      MemoryCertificateStore store = new MemoryCertificateStore();
      store.set(
          NodeIds.RsaSha256ApplicationCertificateType,
          new CertificateStore.Entry(
              identity.keys().getPrivate(), new X509Certificate[] {identity.certificate()}));
      DefaultApplicationGroup group = DefaultApplicationGroup.createAndInitialize(
          new MemoryTrustListManager(),
          store,
          new KnownCertificate(identity),
          (chain, applicationUri, hostnames) -> {});
      return new DefaultCertificateManager(new MemoryCertificateQuarantine(), group);
    } catch (Exception failure) {
      throw new IOException("OPC UA certificate: " + failure.getMessage(), failure);
    }
  }

  /** The certificate that exists already; none is ever made by the server itself. */
  private static final class KnownCertificate extends RsaSha256CertificateFactory {
    private final Identity identity;

    KnownCertificate(Identity identity) {
      this.identity = identity;
    }

    @Override
    protected KeyPair createRsaSha256KeyPair() {
      return identity.keys();
    }

    @Override
    protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
      return new X509Certificate[] {identity.certificate()};
    }
  }

  /** Room for a campus in few calls. */
  private static final class Limits implements OpcUaServerConfigLimits {
    private static final UInteger BATCH = UInteger.valueOf(10_000);

    @Override
    public UInteger getMaxNodesPerRead() {
      return BATCH;
    }

    @Override
    public UInteger getMaxNodesPerWrite() {
      return BATCH;
    }

    @Override
    public UInteger getMaxMonitoredItemsPerCall() {
      return BATCH;
    }

    @Override
    public UInteger getMaxNodesPerBrowse() {
      return BATCH;
    }

    @Override
    public UShort getMaxBrowseContinuationPoints() {
      return UShort.valueOf(1_000);
    }

    @Override
    public Double getMinPublishingInterval() {
      return 10.0;
    }
  }
}
