package io.campustwin.engine.journal;

import java.io.IOException;
import java.util.List;

/**
 * What the journal asks of one folder of files, and all it relies on: bytes are durable once {@link Appender#force} has
 * returned, names once {@link #sync} has. Everything else may be lost, cut or stirred by a crash. Small on purpose, so
 * that tests can fail at every call and forget whatever was not synced.
 *
 * <p>Every method throws on failure; after a failed {@code force} or {@code sync} nothing is known about what came
 * before it, and the journal never asks the same file again.
 */
public interface JournalFiles {
  /** Names of the files, in any order. */
  List<String> list() throws IOException;

  /** The first {@code limit} bytes of a file, or all of a shorter one. */
  byte[] read(String name, long limit) throws IOException;

  /** A new, empty file; one of that name is replaced. Until it is closed, zeros may stand behind its end. */
  Appender create(String name) throws IOException;

  /** Gives a file a name at once or not at all; one of that name is replaced. */
  void rename(String from, String to) throws IOException;

  /** Removes a file; nothing happens if there is none. */
  void delete(String name) throws IOException;

  /** Makes created, renamed and deleted names durable. */
  void sync() throws IOException;

  /** The end of a file. */
  interface Appender extends AutoCloseable {
    /** Adds all the bytes; after a failure any part of them may be there. */
    void write(byte[] bytes) throws IOException;

    /** Returns once everything written is durable. */
    void force() throws IOException;

    /** Cuts the file. */
    void truncate(long length) throws IOException;

    @Override
    void close() throws IOException;
  }
}
