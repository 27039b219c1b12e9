/** Cuts pictures into tiles. */
@NullMarked
package dev.aiupscale.common.tile;

import org.jspecify.annotations.NullMarked;
