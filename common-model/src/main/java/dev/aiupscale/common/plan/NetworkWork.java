package dev.aiupscale.common.plan;

import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelDescriptor;

/**
 * What a job asks of the network, by the plan that workers follow. That equal tiles are computed
 * once is not known before, so it is the most that it can be. What is done beside the network (the
 * colour guard, a reduction, the encoders of PNG and JPEG) runs while the network does, and in less
 * time.
 */
public final class NetworkWork {
  private NetworkWork() {}

  /**
   * Megapixels of input that go through the network, halo and mirrored border included; alpha goes
   * through it as a picture of its own. Where stages take fewer pixels the further they are, in
   * pixels that would cost as much.
   */
  public static double megapixels(Job job, ModelDescriptor model) {
    SourceImage source = job.source();
    int planes = source.alpha() ? 2 : 1;
    if (job.options().exact() && model.hasStages()) {
      StageMemory memory = StageMemory.defaults().sharedBy(planes);
      StagePlan plan = StagePlan.of(model, source.width(), source.height(), memory);
      return planes * plan.work() / model.gflopPerMegapixel();
    }
    return planes
        * PictureTiles.of(
                model,
                source.width(),
                source.height(),
                job.options().exact(),
                PictureTiles.BAND_BYTES)
            .pixels()
        / 1e6;
  }
}
