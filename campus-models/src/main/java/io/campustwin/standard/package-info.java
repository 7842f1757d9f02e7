/** The five standards, campus systems, scenarios and thresholds of the catalogue, as typed data. */
@NullMarked
package io.campustwin.standard;

import org.jspecify.annotations.NullMarked;
