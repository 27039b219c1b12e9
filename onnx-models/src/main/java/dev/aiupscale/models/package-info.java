/** Turns published weights into ONNX files with descriptors. */
@NullMarked
package dev.aiupscale.models;

import org.jspecify.annotations.NullMarked;
