/** Published figures of room air and of the reference room model beside ours. */
@NullMarked
package io.campustwin.simulator.validate.room;

import org.jspecify.annotations.NullMarked;
