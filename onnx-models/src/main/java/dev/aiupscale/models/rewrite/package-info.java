/** Exact changes of a network that let ONNX Runtime compute it faster. */
@NullMarked
package dev.aiupscale.models.rewrite;

import org.jspecify.annotations.NullMarked;
