package dev.aiupscale.cli.out;

import dev.aiupscale.common.json.Json;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is done, a JSON line each in a file that only grows; of one picture the last line counts.
 */
final class DoneList implements Closeable {
  private final FileChannel file;
  private final Map<String, DoneEntry> byName = new HashMap<>();
  private final Map<String, String> nameByResult = new HashMap<>();

  private DoneList(FileChannel file) {
    this.file = file;
  }

  /** Reads the list; a line that a crash left half written is passed over. */
  static DoneList open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    DoneList list = new DoneList(file);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      lines.lines().forEach(list::read);
    }
    file.write(ByteBuffer.wrap(new byte[] {'\n'}));
    return list;
  }

  synchronized Optional<DoneEntry> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whose result lies at this path below the output folder. */
  synchronized Optional<String> owner(String result) {
    return Optional.ofNullable(nameByResult.get(result));
  }

  synchronized void add(DoneEntry entry) throws IOException {
    byte[] json = Json.write(entry);
    ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
    while (line.hasRemaining()) {
      file.write(line);
    }
    remember(entry);
  }

  private void read(String line) {
    if (line.isBlank()) {
      return;
    }
    try {
      remember(Json.read(line.getBytes(StandardCharsets.UTF_8), DoneEntry.class));
    } catch (IOException e) {
      // Half written: its picture counts as not done.
      return;
    }
  }

  private void remember(DoneEntry entry) {
    byName.put(entry.name(), entry);
    nameByResult.put(entry.result(), entry.name());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
