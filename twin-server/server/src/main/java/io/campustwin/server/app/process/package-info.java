/** Processes and files of a running product: data folder and its lock, children, secrets. */
@NullMarked
package io.campustwin.server.app.process;

import org.jspecify.annotations.NullMarked;
