package dev.aiupscale.cli.find;

import java.nio.file.Path;

/**
 * A picture to upscale.
 *
 * @param file where it lies, as it was given or found
 * @param name its path below the folder that holds all that was asked for, parts joined by {@code
 *     /}
 * @param target the result's path below the output folder, without an extension
 * @param bytes its size when it was found
 */
public record Source(Path file, String name, String target, long bytes) {}
