package dev.aiupscale.api.image;

import static java.util.Objects.requireNonNull;

import dev.aiupscale.api.image.decode.Deadline;
import dev.aiupscale.api.image.decode.Picture;
import dev.aiupscale.api.image.header.ImageFormat;
import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.UploadBytes;
import dev.aiupscale.api.image.write.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One upload on its way through the steps, each of which finds here what earlier ones left. */
final class Normalisation {
  private final UploadBytes file;
  private final Path workDir;
  private final List<String> notes = new ArrayList<>();
  private @Nullable Deadline deadline;
  private @Nullable ImageFormat format;
  private @Nullable ImageHeader header;
  private @Nullable Picture picture;
  private @Nullable Rows upright;
  private boolean alpha;
  private boolean finished;

  Normalisation(UploadBytes file, Path workDir) {
    this.file = file;
    this.workDir = workDir;
  }

  UploadBytes file() {
    return file;
  }

  Path original() {
    return workDir.resolve("original.jpg");
  }

  Path losslessSource() {
    return workDir.resolve("source.png");
  }

  /** Ignores null, for steps that may have nothing to say. */
  void note(@Nullable String note) {
    if (note != null) {
      notes.add(note);
    }
  }

  List<String> notes() {
    return notes;
  }

  /** No step after this one is needed. */
  void finish() {
    finished = true;
  }

  boolean finished() {
    return finished;
  }

  boolean keepsLosslessSource() {
    return alpha || header().lossless();
  }

  Deadline deadline() {
    return requireNonNull(deadline);
  }

  void deadline(Deadline started) {
    this.deadline = started;
  }

  ImageFormat format() {
    return requireNonNull(format);
  }

  void format(ImageFormat found) {
    this.format = found;
  }

  ImageHeader header() {
    return requireNonNull(header);
  }

  void header(ImageHeader read) {
    this.header = read;
  }

  Picture picture() {
    return requireNonNull(picture);
  }

  void picture(Picture decoded) {
    this.picture = decoded;
  }

  Rows upright() {
    return requireNonNull(upright);
  }

  void upright(Rows rows) {
    this.upright = rows;
  }

  boolean alpha() {
    return alpha;
  }

  void alpha(boolean found) {
    this.alpha = found;
  }
}
