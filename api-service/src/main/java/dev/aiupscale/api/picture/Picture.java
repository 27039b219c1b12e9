package dev.aiupscale.api.picture;

import dev.aiupscale.api.status.Origin;
import java.io.InputStream;

/** A stored picture that is being read; {@code bytes} is the length of the content. */
public record Picture(InputStream content, long bytes, Origin origin) {}
