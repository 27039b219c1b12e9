package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.stage.StageEngines;
import dev.aiupscale.worker.upscale.TileEngine;
import dev.aiupscale.worker.upscale.TileEngines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps one ONNX Runtime session a model file, the least recently used closed first. Those of a
 * model in parts are for one job's tiles and end with it.
 */
public final class OnnxEngines implements TileEngines, AutoCloseable {
  private final Path modelsDirectory;
  private final OnnxRuntime runtime;
  private final Map<String, OnnxModel> loaded = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param modelsDirectory where the files that descriptors name lie
   * @throws IllegalStateException when the execution provider is not there; nothing else is taken
   *     in its place
   */
  public OnnxEngines(Path modelsDirectory, OnnxConfig config) {
    this.modelsDirectory = modelsDirectory;
    this.runtime = OnnxRuntime.of(config);
    SessionSettings.requireProvider(config);
  }

  @Override
  public synchronized TileEngine open(ModelDescriptor model, int tileWidth, int tileHeight) {
    OnnxModel onnx = loaded.get(model.sha256());
    try {
      if (!model.parts().isEmpty()) {
        return PartedModel.open(runtime, modelsDirectory, model, tileWidth, tileHeight);
      }
      if (onnx == null) {
        onnx = OnnxModel.load(runtime, modelsDirectory, model);
        loaded.put(model.sha256(), onnx);
      }
      TileEngine engine = onnx.open(tileWidth, tileHeight, this::evict);
      evict();
      return engine;
    } catch (OrtException | IOException e) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED, "The model " + model.id() + " cannot be loaded.", e);
    }
  }

  @Override
  public StageEngines stages() {
    return new OnnxStageEngines(runtime, modelsDirectory);
  }

  /** Such as {@code model sha256 0123456789abcdef, onnxruntime 1.24.2, cpu, optimisation all}. */
  @Override
  public String engineFingerprint(ModelDescriptor model) {
    return "model sha256 %s, onnxruntime %s, %s%s, optimisation all"
        .formatted(
            model.sha256().substring(0, 16),
            runtime.environment().getVersion(),
            runtime.config().executionProvider(),
            runtime.config().halfPrecision() ? ", half precision where it suffices" : "");
  }

  /** Closes the models that are over the limit and that nobody uses. */
  private synchronized void evict() {
    closeIdle(loaded.size() - runtime.config().sessions());
  }

  @Override
  public synchronized void close() {
    closeIdle(loaded.size());
  }

  private void closeIdle(int surplus) {
    Iterator<OnnxModel> models = loaded.values().iterator();
    for (int left = surplus; left > 0 && models.hasNext(); ) {
      OnnxModel model = models.next();
      if (model.isIdle()) {
        model.close();
        models.remove();
        left--;
      }
    }
  }
}
