/** Who may do what where: roles, the place-scoped check, sessions and the guard against guessing. */
@NullMarked
package io.campustwin.server.security;

import org.jspecify.annotations.NullMarked;
