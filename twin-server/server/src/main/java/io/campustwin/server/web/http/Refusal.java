package io.campustwin.server.web.http;

import io.campustwin.place.Name;

/**
 * A request that is not carried out, and why. Thrown by endpoints and turned into an RFC 9457 problem document; it has
 * no stack trace, for it is not an error of ours.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String zh;
  private final String en;

  /**
   * @param status 4xx, or 503 where the server cannot at the moment
   * @param code closed list in kebab case, see the OpenAPI document
   */
  public Refusal(int status, String code, Name message) {
    super(code + ": " + message.en(), null, false, false);
    this.status = status;
    this.code = code;
    this.zh = message.zh();
    this.en = message.en();
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Name message() {
    return new Name(zh, en);
  }
}
