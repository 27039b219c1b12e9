package dev.aiupscale.benchmarks.live;

import dev.aiupscale.benchmarks.fleet.BurstPrediction;
import dev.aiupscale.benchmarks.picture.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Holds the simulated queue and workers against a running service: from the pace of the first half
 * of a burst it predicts what the jobs of the whole waited. The model is one of which a picture is
 * much more work than sending and normalising it, since API and workers may share their processors;
 * and all jobs must wait in one lane ({@code UPSCALE_FRONT_SHARE=PT1H}), as those of many clients
 * do.
 */
public record ModelCheck(int workers, int jobs, double predictedP95, double measuredP95) {
  private static final double TOLERANCE = 0.2;
  private static final int WARM_UP = 6;
  private static final int PICTURES = 60;

  private static final int SIDE = 256;
  private static final String MODEL = "real-esrgan-general";

  /**
   * @param workers that the service has
   */
  public static ModelCheck against(URI base, int workers) throws IOException {
    Service service = new Service(base);
    Random random = new Random();
    // The first jobs of a process are slower: they load the network.
    Burst.send(service, pictures(WARM_UP, random), MODEL);
    Burst burst = Burst.send(service, pictures(PICTURES, random), MODEL);
    double start = burst.jobs().stream().mapToDouble(Burst.Times::created).min().orElse(0);
    double[] arrivals =
        burst.jobs().stream().mapToDouble(j -> j.created() - start).sorted().toArray();
    double[] costs = new double[arrivals.length];
    Arrays.fill(costs, burst.secondsPerJob(workers));
    double predicted = BurstPrediction.p95(workers, arrivals, costs);
    double measured =
        BurstPrediction.p95(burst.jobs().stream().mapToDouble(Burst.Times::waited).toArray());
    return new ModelCheck(workers, PICTURES, predicted, measured);
  }

  /** Whether the prediction is within 20 % of what was measured. */
  public boolean holds() {
    return Math.abs(predictedP95 / measuredP95 - 1) <= TOLERANCE;
  }

  public String text() {
    return String.format(
        Locale.ROOT,
        "%d workers, %d pictures at once: p95 of the wait %.2f s predicted, %.2f s measured (%+.0f"
            + " %%)%n",
        workers,
        jobs,
        predictedP95,
        measuredP95,
        100 * (predictedP95 / measuredP95 - 1));
  }

  /** Pictures that nobody has sent before: what is known already is no work. */
  private static List<byte[]> pictures(int count, Random random) throws IOException {
    BufferedImage photo = Photos.generated().draw(SIDE, SIDE);
    List<byte[]> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int dot = 0; dot < SIDE; dot++) {
        photo.setRGB(random.nextInt(SIDE), random.nextInt(SIDE), random.nextInt(1 << 24));
      }
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(photo, "png", png);
      pictures.add(png.toByteArray());
    }
    return pictures;
  }
}
