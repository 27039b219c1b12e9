/** Reads the TF.js layers format. */
@NullMarked
package dev.aiupscale.models.tfjs;

import org.jspecify.annotations.NullMarked;
