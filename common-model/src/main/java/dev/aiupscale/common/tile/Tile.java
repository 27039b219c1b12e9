package dev.aiupscale.common.tile;

/** One tile: what the network sees of the picture, and which of those pixels' results count. */
public record Tile(Span x, Span y) {}
