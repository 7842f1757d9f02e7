/** {@code campus bench}: figures of this product, measured where it is asked. */
@NullMarked
package io.campustwin.server.app.bench;

import org.jspecify.annotations.NullMarked;
