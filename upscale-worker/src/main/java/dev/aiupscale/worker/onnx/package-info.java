/** Runs networks by ONNX Runtime, and is the only package that knows it. */
@NullMarked
package dev.aiupscale.worker.onnx;

import org.jspecify.annotations.NullMarked;
