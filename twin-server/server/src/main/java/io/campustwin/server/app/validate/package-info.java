/** The command that holds the simulator against published figures. */
@NullMarked
package io.campustwin.server.app.validate;

import org.jspecify.annotations.NullMarked;
