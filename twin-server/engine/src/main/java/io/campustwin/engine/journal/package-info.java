/**
 * The journal: every input of the engine, durable before anything it caused is visible. {@link
 * io.campustwin.engine.journal.JournalStore} is what the kernel needs, {@link io.campustwin.engine.journal.SegmentJournal}
 * keeps it in files, {@link io.campustwin.engine.journal.JournalFiles} is all that those files have to promise.
 */
@NullMarked
package io.campustwin.engine.journal;

import org.jspecify.annotations.NullMarked;
