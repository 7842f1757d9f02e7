package io.campustwin.server.web.live;

import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** All live connections; four times a second each gets what is new to it. Made and used on one event loop. */
public final class LiveFeed {
  private static final long FLUSH_MILLIS = 250;
  private static final long GREETING_MILLIS = 10_000;
  private static final int MOST = 1000;

  private final Vertx vertx;
  private final Twin twin;
  private final Sessions sessions;
  private final LiveBoard board;
  private final String epoch = UUID.randomUUID().toString().substring(0, 8);
  private final Set<LiveClient> clients = new HashSet<>();

  public LiveFeed(Vertx vertx, Twin twin, Sessions sessions) {
    this.vertx = vertx;
    this.twin = twin;
    this.sessions = sessions;
    this.board = new LiveBoard(twin.model(), twin.snapshot());
    twin.listen(board::apply);
    vertx.setPeriodic(FLUSH_MILLIS, timer -> Set.copyOf(clients).forEach(LiveClient::flush));
  }

  /** Number of connections. */
  public int size() {
    return clients.size();
  }

  /** Takes over a connection that was just made. */
  public void accept(ServerWebSocket socket) {
    if (clients.size() >= MOST) {
      socket.close((short) 4429, "too-many-connections");
      return;
    }
    LiveClient client = new LiveClient(socket, twin, board, sessions, epoch);
    clients.add(client);
    socket.textMessageHandler(client::take);
    socket.closeHandler(done -> clients.remove(client));
    socket.exceptionHandler(broken -> clients.remove(client));
    long timer = vertx.setTimer(GREETING_MILLIS, late -> {
      if (!client.hasGreeted() && !socket.isClosed()) {
        socket.close((short) LiveClient.SESSION_ENDED, "no-token");
      }
    });
    socket.endHandler(done -> vertx.cancelTimer(timer));
  }
}
