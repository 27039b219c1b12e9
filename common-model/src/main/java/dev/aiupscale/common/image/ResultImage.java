package dev.aiupscale.common.image;

/** A finished result: size in pixels, format, size in bytes, and the SHA-256 of the file. */
public record ResultImage(int width, int height, ResultFormat format, long bytes, String sha256) {}
