/** The virtual campus in wall time: the world behind real protocol servers, its witness and its fault control. */
@NullMarked
package io.campustwin.server.app.world;

import org.jspecify.annotations.NullMarked;
