/** What every command shares: the console in two languages, errors with exit codes, campus folders. */
@NullMarked
package io.campustwin.server.app.cli;

import org.jspecify.annotations.NullMarked;
