@org.jspecify.annotations.NullMarked
package io.campustwin.server.timetable;
