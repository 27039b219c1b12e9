package dev.aiupscale.platform.storage;

/** A small object, whole. */
public record StoredBytes(byte[] bytes, String etag) {}
