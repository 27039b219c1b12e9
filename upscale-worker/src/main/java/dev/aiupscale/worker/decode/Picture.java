package dev.aiupscale.worker.decode;

import org.jspecify.annotations.Nullable;

/**
 * A decoded picture, packed row by row.
 *
 * @param rgb 3 bytes a pixel, sRGB
 * @param alpha 1 byte a pixel, or null when every pixel is opaque
 */
@SuppressWarnings("ArrayRecordComponent") // the one copy of the pixels; never compared
public record Picture(int width, int height, byte[] rgb, byte @Nullable [] alpha) {}
