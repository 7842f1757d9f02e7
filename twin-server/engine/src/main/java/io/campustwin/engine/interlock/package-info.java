/** What must never be commanded, whoever asks: the last word before a command takes its slot. */
@NullMarked
package io.campustwin.engine.interlock;

import org.jspecify.annotations.NullMarked;
