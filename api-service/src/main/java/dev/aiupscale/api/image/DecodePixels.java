package dev.aiupscale.api.image;

import dev.aiupscale.api.image.decode.Decoder;
import dev.aiupscale.api.image.header.ImageFormat;
import java.io.IOException;

/** Decodes the picture into 8 bit samples. */
final class DecodePixels implements Step {
  @Override
  public void apply(Normalisation work) throws IOException {
    work.picture(Decoder.of(work.format()).decode(work.file(), work.header(), work.deadline()));
    work.picture().notes().forEach(work::note);
    int bits = work.header().bitDepth();
    boolean deep = bits > 8 && work.format() != ImageFormat.BMP;
    work.note(deep ? bits + " bit reduced to 8" : null);
  }
}
