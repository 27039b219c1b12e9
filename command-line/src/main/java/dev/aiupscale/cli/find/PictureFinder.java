package dev.aiupscale.cli.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds the pictures that were asked for: files as they are, and those in folders. */
public final class PictureFinder {
  private final boolean recursive;
  private final Path out;

  /**
   * @param recursive whether folders in folders are looked into
   * @param out the folder of the results, which is never looked into
   */
  public PictureFinder(boolean recursive, Path out) {
    this.recursive = recursive;
    this.out = absolute(out);
  }

  /**
   * @param inputs files and folders
   * @throws IllegalArgumentException whose message is for the person who typed it
   */
  public FoundPictures find(List<Path> inputs) throws IOException {
    FolderWalk walk = new FolderWalk(recursive, out);
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        requireOther(input);
        files.addAll(walk.pictures(input));
      } else if (Files.exists(input)) {
        files.add(input);
      } else {
        throw new IllegalArgumentException("There is no file or folder '" + input + "'.");
      }
    }
    return new FoundPictures(sources(files, commonFolder(inputs)), walk.notices());
  }

  private void requireOther(Path folder) {
    if (absolute(folder).equals(out)) {
      throw new IllegalArgumentException(
          "'" + folder + "' is both read and written; name another folder with --out.");
    }
  }

  private static List<Source> sources(List<Path> files, Path common) throws IOException {
    Map<String, Path> byName = new TreeMap<>();
    files.forEach(file -> byName.putIfAbsent(name(common.relativize(absolute(file))), file));
    List<Source> sources = new ArrayList<>();
    for (Map.Entry<String, String> target : ResultNames.of(byName.keySet()).entrySet()) {
      Path file = byName.getOrDefault(target.getKey(), common);
      sources.add(new Source(file, target.getKey(), target.getValue(), Files.size(file)));
    }
    return sources;
  }

  private static Path commonFolder(List<Path> inputs) {
    Path common = null;
    for (Path input : inputs) {
      Path folder = absolute(input);
      if (!Files.isDirectory(input)) {
        folder = parent(folder);
      }
      if (common == null) {
        common = folder;
      }
      while (!folder.startsWith(common)) {
        common = parent(common);
      }
    }
    return common == null ? absolute(Path.of("")) : common;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static String name(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
