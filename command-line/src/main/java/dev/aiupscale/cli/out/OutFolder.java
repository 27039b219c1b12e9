package dev.aiupscale.cli.out;

import dev.aiupscale.cli.find.Source;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where results go. The folder {@code .upscale} in it holds the list of what is done, and results
 * while they arrive: a file that lies at its place is whole.
 */
public final class OutFolder implements Closeable {
  private static final int MARK_LENGTH = 16;

  private final Path folder;
  private final Path hidden;
  private final FileChannel lock;
  private final DoneList done;
  private final AtomicInteger parts = new AtomicInteger();

  private OutFolder(Path folder, Path hidden, FileChannel lock, DoneList done) {
    this.folder = folder;
    this.hidden = hidden;
    this.lock = lock;
    this.done = done;
  }

  /**
   * Takes the folder for this process, makes it if need be, and tidies up what a killed one left.
   *
   * @throws IllegalStateException when another process has it
   */
  public static OutFolder open(Path folder) throws IOException {
    Path hidden = Files.createDirectories(folder.resolve(".upscale"));
    FileChannel lock =
        FileChannel.open(
            hidden.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!takes(lock)) {
      lock.close();
      throw new IllegalStateException(
          "Another ./upscale is writing to '" + folder + "'; name another folder with --out.");
    }
    OutFolder out =
        new OutFolder(folder, hidden, lock, DoneList.open(hidden.resolve("done.jsonl")));
    out.deleteParts();
    return out;
  }

  private static boolean takes(FileChannel file) throws IOException {
    try {
      FileLock taken = file.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * The result that is there for this picture and these options. The picture is the same when its
   * path, size and time are, or else its SHA-256; the result is there when its size is.
   */
  public Optional<Path> find(Source source, Stamp stamp, Map<String, String> options)
      throws IOException {
    DoneEntry entry = done.find(source.name()).orElse(null);
    return entry != null
            && entry.options().equals(options)
            && isThere(entry)
            && isSame(source, stamp, entry)
        ? Optional.of(folder.resolve(entry.result()))
        : Optional.empty();
  }

  private boolean isThere(DoneEntry entry) throws IOException {
    Path result = folder.resolve(entry.result());
    return Files.isRegularFile(result) && Files.size(result) == entry.resultBytes();
  }

  private static boolean isSame(Source source, Stamp stamp, DoneEntry entry) throws IOException {
    return stamp.isOf(entry)
        || (stamp.bytes() == entry.bytes()
            && ofContent(FileHash.of(source.file())).equals(ofContent(entry.sha256())));
  }

  /** A server with keys puts its tenant's mark in the place of a hash's first digits. */
  private static String ofContent(String sha256) {
    return sha256.substring(MARK_LENGTH);
  }

  /**
   * Where a result belongs.
   *
   * @param extension without a dot
   */
  public Path place(Source source, String extension) {
    return folder.resolve(source.target() + "." + extension);
  }

  /** Whether a file lies at this place that is not this picture's earlier result. */
  public boolean isForeign(Path place, Source source) {
    return Files.exists(place)
        && !done.owner(relative(place)).filter(source.name()::equals).isPresent();
  }

  /** Whether a file of this size and hash lies at this place. */
  public boolean holds(Path place, long bytes, String sha256) throws IOException {
    return Files.isRegularFile(place)
        && Files.size(place) == bytes
        && FileHash.of(place).equals(sha256);
  }

  /** A new name for a file that is not whole yet. */
  public Path part() {
    return hidden.resolve(parts.incrementAndGet() + ".part");
  }

  /** Puts a whole file at its place, in one step. */
  public void put(Path part, Path place) throws IOException {
    Path parent = place.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Adds to the list what lies at its place. */
  public void record(
      Source source,
      Stamp stamp,
      String sha256,
      Map<String, String> options,
      String jobId,
      Path place)
      throws IOException {
    done.add(
        new DoneEntry(
            source.name(),
            stamp.file(),
            stamp.bytes(),
            stamp.modified(),
            sha256,
            options,
            jobId,
            relative(place),
            Files.size(place)));
  }

  private String relative(Path place) {
    return folder.relativize(place).toString();
  }

  /** Deletes what is not whole; nobody may be writing. */
  public void deleteParts() throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(hidden, "*.part")) {
      for (Path part : found) {
        Files.deleteIfExists(part);
      }
    }
  }

  @Override
  public void close() throws IOException {
    done.close();
    lock.close();
  }
}
