package dev.aiupscale.cli.find;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks through folders for files that are named like pictures. Hidden files and folders, and
 * folders behind links, are left out.
 */
final class FolderWalk {
  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "bmp", "tif", "tiff");

  private final int depth;
  private final Path out;
  private final List<String> unreadable = new ArrayList<>();
  private int others;

  /**
   * @param out absolute; not looked into
   */
  FolderWalk(boolean recursive, Path out) {
    this.depth = recursive ? Integer.MAX_VALUE : 1;
    this.out = out;
  }

  List<Path> pictures(Path folder) throws IOException {
    Visit visit = new Visit(folder);
    Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), depth, visit);
    return visit.pictures;
  }

  /** What was left out by all walks, in sentences. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    unreadable.forEach(path -> notices.add("'" + path + "' cannot be read and was left out."));
    if (others > 0) {
      notices.add("Files left out, since they are not named like pictures: " + others + ".");
    }
    return notices;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  private static boolean isNamedLikeAPicture(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private final class Visit extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> pictures = new ArrayList<>();

    Visit(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skipped =
          !folder.equals(root)
              && (isHidden(folder) || folder.toAbsolutePath().normalize().equals(out));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && Files.isRegularFile(file)) {
        if (isNamedLikeAPicture(file)) {
          pictures.add(file);
        } else {
          others++;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      unreadable.add(path.toString());
      return FileVisitResult.CONTINUE;
    }
  }
}
