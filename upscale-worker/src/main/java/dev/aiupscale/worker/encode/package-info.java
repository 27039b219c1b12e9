/** Writes rows of pixels as files while they are being made. */
@NullMarked
package dev.aiupscale.worker.encode;

import org.jspecify.annotations.NullMarked;
