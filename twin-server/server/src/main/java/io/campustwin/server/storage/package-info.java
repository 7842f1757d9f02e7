/** What the server keeps on disk: journal, history, users and audit, each behind an interface of its own. */
@NullMarked
package io.campustwin.server.storage;

import org.jspecify.annotations.NullMarked;
