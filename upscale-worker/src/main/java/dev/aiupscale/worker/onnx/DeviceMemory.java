package dev.aiupscale.worker.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** Tells how many bytes are free on the device that networks run on; empty when nothing tells. */
interface DeviceMemory {
  /** The batch that was asked for is what is taken. */
  DeviceMemory UNBOUNDED = () -> OptionalLong.of(Long.MAX_VALUE);

  OptionalLong freeBytes();

  /** As NVIDIA's own command tells it, which comes with the driver. */
  static DeviceMemory nvidia(int device) {
    List<String> command =
        List.of(
            "nvidia-smi",
            "--query-gpu=memory.free",
            "--format=csv,noheader,nounits",
            "--id=" + device);
    return () -> mebibytes(command);
  }

  private static OptionalLong mebibytes(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return parse(answer);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong parse(String mebibytes) {
    String number = mebibytes.strip();
    return number.matches("\\d{1,9}")
        ? OptionalLong.of(Long.parseLong(number) << 20)
        : OptionalLong.empty();
  }
}
