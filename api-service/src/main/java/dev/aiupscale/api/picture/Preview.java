package dev.aiupscale.api.picture;

import dev.aiupscale.api.status.Origin;

/** A small JPEG, and where it or what it was made of was read. */
public record Preview(byte[] jpeg, Origin origin) {}
