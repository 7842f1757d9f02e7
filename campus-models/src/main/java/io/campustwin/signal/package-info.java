/** Points, values, quality, samples and writes: the words in which every layer speaks of a signal. */
@NullMarked
package io.campustwin.signal;

import org.jspecify.annotations.NullMarked;
