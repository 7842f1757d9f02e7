package io.campustwin.adapter.mqtt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Who may connect, and which topics each may touch. Nobody is anonymous, nobody manages the broker over the wire. */
final class BrokerAccess implements ActiveMQSecurityManager5 {
  private final Map<String, BrokerUser> users = new LinkedHashMap<>();

  BrokerAccess(List<BrokerUser> users) {
    users.forEach(user -> this.users.put(user.name(), user));
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String name,
      @Nullable String password,
      RemotingConnection connection,
      @Nullable String domain) {
    if (!validateUser(name, password)) {
      return null;
    }
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(name));
    return subject;
  }

  @Override
  public boolean authorize(
      Subject subject, Set<Role> roles, CheckType check, @Nullable String address) {
    return switch (check) {
      case MANAGE, BROWSE, VIEW, EDIT -> false;
      default ->
        address != null
            && subject.getPrincipals(UserPrincipal.class).stream()
                .map(principal -> users.get(principal.getName()))
                .anyMatch(user -> user != null && user.mayUse(topicOf(address)));
    };
  }

  /** Artemis asks for {@code address::queue} where a subscription's own queue is meant. */
  private static String topicOf(String address) {
    int queue = address.indexOf("::");
    return queue < 0 ? address : address.substring(0, queue);
  }

  @Override
  public boolean validateUser(@Nullable String name, @Nullable String password) {
    BrokerUser user = name == null ? null : users.get(name);
    return user != null
        && password != null
        && MessageDigest.isEqual(bytes(user.password()), bytes(password));
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String name, @Nullable String password, Set<Role> roles, CheckType check) {
    return false;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
