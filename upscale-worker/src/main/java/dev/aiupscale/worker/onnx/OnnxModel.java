package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/** One loaded model file, and how many use it. */
final class OnnxModel {
  private final OrtSession session;
  private final int scale;
  private final AtomicInteger users = new AtomicInteger();

  private OnnxModel(OrtSession session, int scale) {
    this.session = session;
    this.scale = scale;
  }

  /** Loads the file after checking that it is the one that the descriptor means. */
  static OnnxModel load(OnnxRuntime runtime, Path directory, ModelDescriptor model)
      throws IOException, OrtException {
    Path file = directory.resolve(model.file());
    if (!sha256(file).equals(model.sha256())) {
      throw new IOException(model.file() + " is not the file that its descriptor names");
    }
    try (SessionOptions options = SessionSettings.of(runtime.config())) {
      return new OnnxModel(
          runtime.environment().createSession(file.toString(), options), model.scale());
    }
  }

  OnnxTileEngine open(OnnxRuntime runtime, int width, int height, Runnable afterClose)
      throws OrtException {
    OnnxTileEngine engine =
        new OnnxTileEngine(
            runtime,
            session,
            width,
            height,
            scale,
            () -> {
              users.decrementAndGet();
              afterClose.run();
            });
    users.incrementAndGet();
    return engine;
  }

  boolean isIdle() {
    return users.get() == 0;
  }

  void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a session does not close", e);
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
