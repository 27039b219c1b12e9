/**
 * What a published network is between its file format and ONNX: nodes, weights, and what follows
 * from them.
 */
@NullMarked
package dev.aiupscale.models.network;

import org.jspecify.annotations.NullMarked;
