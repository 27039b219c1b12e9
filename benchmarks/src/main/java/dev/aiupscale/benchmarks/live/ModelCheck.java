package dev.aiupscale.benchmarks.live;

import dev.aiupscale.benchmarks.fleet.BurstPrediction;
import dev.aiupscale.benchmarks.picture.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Holds the simulated queue and workers against a running service: a first burst tells what a job
 * costs here and now, and the wait in a second one is predicted from that.
 */
public record ModelCheck(int workers, int jobs, double predictedP95, double measuredP95) {
  private static final int FIRST = 24;
  private static final int SECOND = 60;
  private static final int SIDE = 320;

  public static ModelCheck against(URI base) throws IOException {
    Service service = new Service(base);
    Random random = new Random();
    Burst first = Burst.send(service, pictures(FIRST, random));
    Burst second = Burst.send(service, pictures(SECOND, random));
    double start = second.jobs().stream().mapToDouble(Burst.Times::created).min().orElse(0);
    double[] arrivals =
        second.jobs().stream().mapToDouble(j -> j.created() - start).sorted().toArray();
    double predicted = BurstPrediction.p95(first.workers(), arrivals, repeated(first.costs()));
    double measured =
        BurstPrediction.p95(second.jobs().stream().mapToDouble(Burst.Times::wait).toArray());
    return new ModelCheck(first.workers(), SECOND, predicted, measured);
  }

  public String text() {
    return String.format(
        Locale.ROOT,
        "%d workers, %d pictures at once: p95 of the wait %.2f s predicted, %.2f s measured (%+.0f %%)%n",
        workers,
        jobs,
        predictedP95,
        measuredP95,
        100 * (predictedP95 / measuredP95 - 1));
  }

  private static double[] repeated(double[] costs) {
    double[] repeated = new double[SECOND];
    for (int i = 0; i < SECOND; i++) {
      repeated[i] = costs[i % costs.length];
    }
    return repeated;
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
