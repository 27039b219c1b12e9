package dev.aiupscale.cli.out;

import java.util.Map;

/**
 * A line of the list of what is done.
 *
 * @param name the picture's, as {@code Source} has it
 * @param file where the picture lay, absolute
 * @param bytes the picture's size
 * @param modified when it was last changed, in milliseconds since 1970
 * @param sha256 of its bytes
 * @param options what was asked for
 * @param result the result's path below the output folder
 * @param resultBytes the result's size
 */
public record DoneEntry(
    String name,
    String file,
    long bytes,
    long modified,
    String sha256,
    Map<String, String> options,
    String jobId,
    String result,
    long resultBytes) {}
