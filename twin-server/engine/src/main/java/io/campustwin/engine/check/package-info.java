/** The check of well-formed rules before they are enabled: fights, loops, life safety, reach, the approved matrix. */
@NullMarked
package io.campustwin.engine.check;

import org.jspecify.annotations.NullMarked;
