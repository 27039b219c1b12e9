/** Reads the pictures that the API stores. */
@NullMarked
package dev.aiupscale.worker.decode;

import org.jspecify.annotations.NullMarked;
