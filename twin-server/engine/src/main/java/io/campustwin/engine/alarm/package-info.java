/** The alarm life cycle of ISA-18.2. */
@NullMarked
package io.campustwin.engine.alarm;

import org.jspecify.annotations.NullMarked;
