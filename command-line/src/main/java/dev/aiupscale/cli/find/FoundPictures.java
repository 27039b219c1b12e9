package dev.aiupscale.cli.find;

import java.util.List;

/**
 * What there is to do.
 *
 * @param sources in the order of their names
 * @param notices sentences about what was left out
 */
public record FoundPictures(List<Source> sources, List<String> notices) {}
