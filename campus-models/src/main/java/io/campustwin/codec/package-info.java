/** Bytes and text to models and back: campus folders, device maps. */
@NullMarked
package io.campustwin.codec;

import org.jspecify.annotations.NullMarked;
