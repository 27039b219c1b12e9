package dev.aiupscale.api.image.header;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in a WebP file: the first chunk of each name, and how many frames there are.
 * Frames are looked into, so that {@code VP8 } or {@code VP8L} is the first picture's also in an
 * animation.
 */
public record WebpChunks(Map<String, Span> first, int frames) {
  private static final int FRAME_HEADER = 16;

  /** The payload of one chunk. */
  public record Span(int at, int length) {}

  public static WebpChunks scan(UploadBytes file) {
    Map<String, Span> first = new HashMap<>();
    long told = 8 + file.u32le(4);
    // A last byte of padding is often missing.
    if (told > file.size() + 1) {
      throw Refusal.corrupt("The WebP file ends before its picture does.");
    }
    int end = (int) Math.min(file.size(), told);
    int frames = collect(file, 12, end, first);
    return new WebpChunks(Map.copyOf(first), Math.max(1, frames));
  }

  private static int collect(UploadBytes file, int from, int end, Map<String, Span> first) {
    int frames = 0;
    int chunks = 0;
    long at = from;
    while (at + 8 <= end) {
      Parts.require(++chunks, "chunks");
      int start = (int) at + 8;
      String name = file.ascii((int) at, 4);
      long length = file.u32le((int) at + 4);
      if (start + length > file.size()) {
        throw Refusal.corrupt("The WebP file ends before its picture does.");
      }
      boolean firstOfItsName = first.putIfAbsent(name, new Span(start, (int) length)) == null;
      if (name.equals("ANMF")) {
        frames++;
        if (firstOfItsName) {
          collect(file, start + FRAME_HEADER, (int) (start + length), first);
        }
      }
      at = start + length + (length & 1);
    }
    return frames;
  }

  public @Nullable Span find(String name) {
    return first.get(name);
  }

  public boolean has(String name) {
    return first.containsKey(name);
  }
}
