/** Models at work in ONNX Runtime, as plain as can be: to time them and to check them. */
@NullMarked
package dev.aiupscale.models.run;

import org.jspecify.annotations.NullMarked;
