/** Tests of roles, sessions and the guard against guessing. */
@NullMarked
package io.campustwin.server.security;

import org.jspecify.annotations.NullMarked;
