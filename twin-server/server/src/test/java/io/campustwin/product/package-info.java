/** The product as its users run it: processes, ports, protocols. */
@NullMarked
package io.campustwin.product;

import org.jspecify.annotations.NullMarked;
