/** Which models there are, where their weights come from, and how they are served. */
@NullMarked
package dev.aiupscale.models.catalogue;

import org.jspecify.annotations.NullMarked;
