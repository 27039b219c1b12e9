/** Leads a picture through a network stage by stage, a band of rows at a time. */
@NullMarked
package dev.aiupscale.worker.stage;

import org.jspecify.annotations.NullMarked;
