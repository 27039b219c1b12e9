package dev.aiupscale.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aiupscale.cli.server.Failure;
import dev.aiupscale.cli.server.Prediction;
import dev.aiupscale.cli.server.RemoteJob;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.json.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** For programs: one JSON object a picture, a line each. */
final class JsonView implements View {
  private final PrintStream out;

  JsonView(PrintStream out) {
    this.out = out;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      String file,
      String state,
      @Nullable String result,
      @Nullable String jobId,
      @Nullable String model,
      @Nullable Integer scale,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Long bytes,
      @Nullable List<String> notes,
      @Nullable Prediction prediction,
      double seconds,
      @Nullable Failure error) {

    static Line of(Outcome outcome) {
      RemoteJob job = outcome.job();
      ResultImage image = job == null ? null : job.result();
      return new Line(
          outcome.source().file().toString(),
          outcome.state().name().toLowerCase(Locale.ROOT),
          outcome.result() == null ? null : outcome.result().toString(),
          job == null ? null : job.id(),
          job == null ? null : job.model(),
          job == null ? null : job.scale(),
          image == null ? null : image.width(),
          image == null ? null : image.height(),
          image == null ? null : image.bytes(),
          job == null ? null : job.notes(),
          outcome.prediction(),
          outcome.took().toMillis() / 1000.0,
          outcome.failure());
    }
  }

  @Override
  public void finished(Outcome outcome) {
    out.println(new String(Json.write(Line.of(outcome)), StandardCharsets.UTF_8));
  }

  @Override
  public void notice(String sentence) {}

  @Override
  public void tick() {}

  @Override
  public void ended() {}
}
