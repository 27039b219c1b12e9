/** Writes a network as an ONNX file that takes and gives bytes. */
@NullMarked
package dev.aiupscale.models.onnx;

import org.jspecify.annotations.NullMarked;
