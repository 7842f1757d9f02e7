/** What keeps the code in shape: allowed directions, purity, sizes. */
@NullMarked
package io.campustwin.architecture;

import org.jspecify.annotations.NullMarked;
