/** The HTTP server: wires routes, pages, live feed, health and metrics together. */
@NullMarked
package io.campustwin.server.web;

import org.jspecify.annotations.NullMarked;
