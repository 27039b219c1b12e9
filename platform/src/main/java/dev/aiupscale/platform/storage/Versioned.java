package dev.aiupscale.platform.storage;

/** A record together with the version mark that a later compare-and-set needs. */
public record Versioned<T>(T value, String etag) {}
