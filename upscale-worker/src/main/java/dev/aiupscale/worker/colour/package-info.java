/** Keeps a result's colours at what the picture's are, as its rows come by. */
@NullMarked
package dev.aiupscale.worker.colour;

import org.jspecify.annotations.NullMarked;
