/** Reads the ncnn format. */
@NullMarked
package dev.aiupscale.models.ncnn;

import org.jspecify.annotations.NullMarked;
