package dev.aiupscale.api.image;

import java.io.IOException;

/** One thing that is done to an upload on its way to being normalised. */
interface Step {
  void apply(Normalisation work) throws IOException;
}
