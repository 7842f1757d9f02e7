package io.campustwin.server.security;

/**
 * A sign-in that is still good.
 *
 * @param begun epoch ms
 * @param expires epoch ms, moves on with use
 */
public record Session(Principal principal, long begun, long expires) {}
