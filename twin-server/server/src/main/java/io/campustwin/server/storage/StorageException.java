package io.campustwin.server.storage;

import io.campustwin.place.Name;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The data folder could not be read or written. {@link #getMessage()} is English; {@link #text()} has both languages,
 * with the file and what to do.
 */
public class StorageException extends IOException {
  private static final long serialVersionUID = 1;

  /** Closed list of what can be wrong, by who can mend it. */
  public enum Kind {
    /** Another program holds the file: stop it. */
    BUSY,
    /** No right to write: mend the rights or the mount. */
    READ_ONLY,
    /** No room: free some, or raise the limit. */
    FULL,
    /** The disk fails: replace it. */
    DISK,
    /** The content is not what was written: restore a backup. */
    DAMAGED,
    /** A newer program wrote it: use that one. */
    NEWER,
    /** Not a file, or a folder that cannot be made: choose another one. */
    UNUSABLE
  }

  private final Kind kind;
  private final String zh;

  public StorageException(Kind kind, Name text, @Nullable Throwable cause) {
    super(text.en(), cause);
    this.kind = kind;
    this.zh = text.zh();
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong, where, and the mend. */
  public Name text() {
    return new Name(zh, String.valueOf(getMessage()));
  }
}
