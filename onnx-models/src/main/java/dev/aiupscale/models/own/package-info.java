/** Models of one's own: probed by running them, and described as the services need it. */
@NullMarked
package dev.aiupscale.models.own;

import org.jspecify.annotations.NullMarked;
