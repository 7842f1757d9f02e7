/** {@code campus replay}: the journal of a data folder through the engine again. */
@NullMarked
package io.campustwin.server.app.replay;

import org.jspecify.annotations.NullMarked;
