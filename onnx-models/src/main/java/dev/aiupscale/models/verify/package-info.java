/** Whether installed models are whole and do what they should. */
@NullMarked
package dev.aiupscale.models.verify;

import org.jspecify.annotations.NullMarked;
