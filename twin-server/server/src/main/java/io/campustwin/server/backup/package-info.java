/**
 * Backups of a data folder: {@link io.campustwin.server.backup.Backup} writes one file beside a running or a stopped
 * server, {@link io.campustwin.server.backup.Restore} makes a folder of it again.
 */
@NullMarked
package io.campustwin.server.backup;

import org.jspecify.annotations.NullMarked;
