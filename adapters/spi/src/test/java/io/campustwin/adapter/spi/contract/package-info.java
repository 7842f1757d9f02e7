/** What every adapter promises, as tests that each of them inherits, and the recorders they use. */
@NullMarked
package io.campustwin.adapter.spi.contract;

import org.jspecify.annotations.NullMarked;
