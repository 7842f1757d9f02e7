/** Units of measurement by their words in files, and linear conversion between units of the same quantity. */
@NullMarked
package io.campustwin.unit;

import org.jspecify.annotations.NullMarked;
