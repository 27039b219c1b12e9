/** How a picture is led through a network, and what that costs. */
@NullMarked
package dev.aiupscale.common.plan;

import org.jspecify.annotations.NullMarked;
