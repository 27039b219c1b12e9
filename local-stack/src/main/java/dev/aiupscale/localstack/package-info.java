/** S3, SQS and Redis for one machine, in one process, for trying the system out and for tests. */
@NullMarked
package dev.aiupscale.localstack;

import org.jspecify.annotations.NullMarked;
