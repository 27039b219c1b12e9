package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.ObjectStream;
import dev.aiupscale.platform.storage.ObjectUpload;
import dev.aiupscale.platform.trace.Traces;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.upscale.Checkpoints;
import dev.aiupscale.worker.upscale.TileEngines;
import dev.aiupscale.worker.upscale.UpscaleRequest;
import dev.aiupscale.worker.upscale.UpscaledImage;
import dev.aiupscale.worker.upscale.Upscaler;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Does what a job asks for: source from S3, network, result to S3 while it is made. */
@ApplicationScoped
public class WorkJob implements JobWork {
  private final ObjectStore store;
  private final ModelCatalogue models;
  private final Upscaler upscaler;
  private final TileEngines engines;
  private final Path workDir;
  private final Duration checkpointAfter;
  private final Clock clock;
  private final TimeLimit timeLimit;

  public WorkJob(
      ObjectStore store,
      ModelCatalogue models,
      Upscaler upscaler,
      TileEngines engines,
      PlatformConfig platform,
      WorkerConfig config,
      Clock clock) {
    this.store = store;
    this.models = models;
    this.upscaler = upscaler;
    this.engines = engines;
    this.workDir = platform.workDir();
    this.checkpointAfter = config.checkpointAfter();
    this.clock = clock;
    this.timeLimit = TimeLimit.of(config.timeLimit());
  }

  @Override
  public UpscaledImage work(Job job, ProgressReport report) {
    ModelDescriptor model = model(job);
    report.limit(timeLimit.of(job, model));
    String key = ObjectKeys.result(job.id(), job.options().format());
    try (ScratchFiles files = ScratchFiles.create(workDir)) {
      Traces.step("read picture", () -> download(job, files.source()));
      UpscaleRequest request =
          new UpscaleRequest(
              files.source(),
              job.lossless(),
              model,
              job.options().scale(),
              job.options().format(),
              job.options().quality(),
              job.options().exact(),
              job.options().colorGuard(),
              job.keptMetadata(),
              job.options().size());
      try (ObjectUpload result = store.upload(key, job.options().format().mediaType())) {
        return Traces.step(
            "upscale and store",
            () -> {
              UpscaledImage made =
                  upscaler.upscale(request, result, report, report, checkpoints(job));
              FencedResult.commit(store, key, result, report);
              return made;
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Checkpoints checkpoints(Job job) {
    return new JobCheckpoints(store, job, checkpointAfter, clock);
  }

  @Override
  public String engine(Job job) {
    return engines.engineFingerprint(model(job));
  }

  private ModelDescriptor model(Job job) {
    return models
        .bySha256(job.modelSha256())
        .orElseThrow(
            () ->
                new UpscaleException(
                    ErrorCode.MODEL_FAILED,
                    "No worker has the file of model " + job.options().model() + "."));
  }

  private Path download(Job job, Path target) throws IOException {
    String key =
        job.lossless() ? ObjectKeys.source(job.imageId()) : ObjectKeys.original(job.imageId());
    try (ObjectStream object =
        store
            .open(key, null)
            .orElseThrow(
                () ->
                    new UpscaleException(
                        ErrorCode.IMAGE_CORRUPT, "The stored picture is no longer there."))) {
      object.copyTo(target);
      return target;
    }
  }
}
