/** What the engine costs, each figure beside a baseline of the same run. */
@NullMarked
package io.campustwin.bench;

import org.jspecify.annotations.NullMarked;
