package dev.aiupscale.worker.stage;

/** The size of what a stage takes at a time, its radius on every side included. */
public record StageTile(int width, int height) {}
