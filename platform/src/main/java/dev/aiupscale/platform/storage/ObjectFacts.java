package dev.aiupscale.platform.storage;

/** Size in bytes, media type, and the store's version mark of an object. */
public record ObjectFacts(long bytes, String mediaType, String etag) {}
