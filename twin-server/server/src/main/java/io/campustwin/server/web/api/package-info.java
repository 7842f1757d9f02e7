/** The endpoints of /api/v1, one class a subject. */
@NullMarked
package io.campustwin.server.web.api;

import org.jspecify.annotations.NullMarked;
