/** Enlarges one picture: tiles, alpha, reduction, and the order in which they come. */
@NullMarked
package dev.aiupscale.worker.upscale;

import org.jspecify.annotations.NullMarked;
