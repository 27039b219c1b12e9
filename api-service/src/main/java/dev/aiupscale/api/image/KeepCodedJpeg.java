package dev.aiupscale.api.image;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.colour.SourceColours;
import dev.aiupscale.api.image.decode.JpegSource;
import dev.aiupscale.api.image.header.ImageFormat;
import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.JpegLayout;
import dev.aiupscale.api.image.header.JpegScans;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import dev.aiupscale.api.image.write.StrippedJpeg;
import java.io.IOException;

/**
 * Keeps a JPEG's coded pixels bit for bit where nothing about them has to change, which is most
 * photographs. They are decoded all the same, thinned out, to find damage.
 */
final class KeepCodedJpeg implements Step {
  /** Decoded rows and columns that are really stored while looking for damage. */
  private static final int CHECKED_SIDE = 512;

  @Override
  public void apply(Normalisation work) throws IOException {
    if (work.format() != ImageFormat.JPEG) {
      return;
    }
    JpegLayout layout = JpegLayout.scan(work.file());
    JpegFrame frame = JpegFrame.of(work.file(), layout);
    if (!layout.complete() && !frame.tellsOfMissingData()) {
      throw Refusal.corrupt("The JPEG file ends before its picture does.");
    }
    if (!JpegScans.areComplete(work.file(), layout, frame)) {
      throw Refusal.corrupt("The JPEG file ends before its picture has all of its detail.");
    }
    if (!frame.isPlain() || work.header().exif().orientation() != 1) {
      return;
    }
    Model model = frame.components() == 1 ? Model.GREY : Model.RGB;
    SourceColours colours = SourceColours.of(work.header().colour(), model);
    if (colours.transform() != null) {
      return;
    }
    work.note(colours.note());
    StrippedJpeg.write(work.file(), layout, frame, work.original());
    requireUndamaged(work, frame);
    work.finish();
  }

  private static void requireUndamaged(Normalisation work, JpegFrame frame) throws IOException {
    UploadBytes kept = UploadBytes.map(work.original());
    try (JpegSource source = new JpegSource(kept, frame, work.deadline())) {
      source.requireUndamaged(CHECKED_SIDE);
    }
  }
}
