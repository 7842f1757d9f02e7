/** The program: its commands, and the wiring of everything that runs. */
@NullMarked
package io.campustwin.server.app;

import org.jspecify.annotations.NullMarked;
