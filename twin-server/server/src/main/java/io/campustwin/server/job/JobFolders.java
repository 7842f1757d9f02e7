package io.campustwin.server.job;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One folder a job: {@code job.json} says what it is and how it stands, beside it lies what came of it. A file is
 * written whole under another name and then moved, so that a killed server leaves the old one or the new one.
 */
final class JobFolders {
  private static final Logger LOG = LoggerFactory.getLogger(JobFolders.class);
  private static final String JOB = "job.json";

  private final Path root;

  /** @param root made if it is not there */
  JobFolders(Path root) throws IOException {
    this.root = Files.createDirectories(root);
  }

  /** All jobs, the oldest first; what cannot be read is left alone and named in the log. */
  List<Job> load() throws IOException {
    List<Job> jobs = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        try {
          jobs.add(read(folder));
        } catch (IOException | RuntimeException damaged) {
          LOG.warn("{} holds no readable job and is passed over: {}", folder, damaged.toString());
        }
      }
    }
    return jobs;
  }

  private static Job read(Path folder) throws IOException {
    Job job = JobText.read(new JsonObject(Files.readString(folder.resolve(JOB))));
    Path name = folder.getFileName();
    if (name == null || !job.id().equals(name.toString())) {
      throw new IOException("its id is " + job.id());
    }
    return job;
  }

  void save(Job job) throws IOException {
    write(job.id(), JOB, JobText.of(job).encodePrettily().getBytes(StandardCharsets.UTF_8));
  }

  void write(String id, String file, byte[] content) throws IOException {
    Path folder = Files.createDirectories(root.resolve(id));
    Path fresh = folder.resolve(file + ".new");
    try (FileChannel channel = FileChannel.open(
        fresh,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }

  byte[] read(String id, String file) throws IOException {
    return Files.readAllBytes(root.resolve(id).resolve(file));
  }

  /** Removes a job whole; what names it goes first. */
  void remove(String id) throws IOException {
    Path folder = root.resolve(id);
    Files.deleteIfExists(folder.resolve(JOB));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
