/** The shape of every request and answer: strict input, problem documents, a table of routes. */
@NullMarked
package io.campustwin.server.web.http;

import org.jspecify.annotations.NullMarked;
