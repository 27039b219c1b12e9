package dev.aiupscale.api.image;

import dev.aiupscale.api.image.header.ContentSniffer;

/** Finds the format by content. */
final class SniffContent implements Step {
  @Override
  public void apply(Normalisation work) {
    work.format(ContentSniffer.sniff(work.file()));
  }
}
