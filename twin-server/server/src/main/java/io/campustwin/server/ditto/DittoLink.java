package io.campustwin.server.ditto;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.client.DisconnectedDittoClient;
import org.eclipse.ditto.client.DittoClient;
import org.eclipse.ditto.client.DittoClients;
import org.eclipse.ditto.client.configuration.BasicAuthenticationConfiguration;
import org.eclipse.ditto.client.configuration.MessagingConfiguration;
import org.eclipse.ditto.client.configuration.WebSocketMessagingConfiguration;
import org.eclipse.ditto.client.messaging.AuthenticationProviders;
import org.eclipse.ditto.client.messaging.MessagingProviders;
import org.eclipse.ditto.client.twin.Twin;

/**
 * One connection of Ditto's own client. It is not asked to reconnect by itself: after a loss everything is published
 * again, so a fresh client is the simpler and surer way.
 */
final class DittoLink implements AutoCloseable {
  /** An answer that takes longer counts as lost. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The client tells every attempt as a severe error; the publisher says once what there is to say. */
  private static final Logger CLIENT_LOG = Logger.getLogger("org.eclipse.ditto.client");

  static {
    CLIENT_LOG.setLevel(Level.OFF);
  }

  private final DisconnectedDittoClient disconnected;
  private final DittoClient client;
  private final AtomicBoolean lost;

  private DittoLink(DisconnectedDittoClient disconnected, DittoClient client, AtomicBoolean lost) {
    this.disconnected = disconnected;
    this.client = client;
    this.lost = lost;
  }

  /**
   * Connects and waits for it.
   *
   * @throws ExecutionException if the endpoint does not answer or refuses
   */
  static DittoLink open(DittoSettings settings)
      throws ExecutionException, TimeoutException, InterruptedException {
    AtomicBoolean lost = new AtomicBoolean();
    MessagingConfiguration messaging = WebSocketMessagingConfiguration.newBuilder()
        .endpoint(settings.endpoint().toString())
        .timeout(PATIENCE)
        .reconnectEnabled(false)
        .initialConnectRetryEnabled(false)
        .connectionErrorHandler(fault -> lost.set(true))
        .disconnectedListener(context -> lost.set(true))
        .build();
    BasicAuthenticationConfiguration account = BasicAuthenticationConfiguration.newBuilder()
        .username(settings.user())
        .password(settings.password())
        .build();
    DisconnectedDittoClient disconnected = DittoClients.newInstance(
        MessagingProviders.webSocket(messaging, AuthenticationProviders.basic(account)));
    try {
      DittoClient client = disconnected
          .connect()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return new DittoLink(disconnected, client, lost);
    } catch (ExecutionException
        | TimeoutException
        | InterruptedException
        | RuntimeException fault) {
      disconnected.destroy();
      throw fault;
    }
  }

  Twin twin() {
    return client.twin();
  }

  boolean isUp() {
    return !lost.get();
  }

  /** True if Ditto itself answered with an error, false if there was no answer. */
  static boolean isAnswer(Throwable fault) {
    return root(fault) instanceof DittoRuntimeException answer
        && answer.getHttpStatus().getCode() != 408;
  }

  /** What went wrong, in a few words. */
  static String text(Throwable fault) {
    Throwable root = root(fault);
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }

  private static Throwable root(Throwable fault) {
    Throwable at = fault;
    while ((at instanceof CompletionException || at instanceof ExecutionException)
        && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  @Override
  public void close() {
    client.destroy();
    disconnected.destroy();
  }
}
