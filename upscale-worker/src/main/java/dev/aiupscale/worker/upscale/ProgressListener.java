package dev.aiupscale.worker.upscale;

/** Hears how far an upscaling is. */
public interface ProgressListener {
  /**
   * @param done 0 to 1, never falling, weighted by work
   */
  void progressed(double done);
}
