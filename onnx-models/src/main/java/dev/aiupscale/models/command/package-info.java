/** The command {@code ./models}. */
@NullMarked
package dev.aiupscale.models.command;

import org.jspecify.annotations.NullMarked;
