/** The campus as a test bed for controllers over BOPTEST's REST interface; loopback only, opt-in. */
@NullMarked
package io.campustwin.server.boptest;

import org.jspecify.annotations.NullMarked;
