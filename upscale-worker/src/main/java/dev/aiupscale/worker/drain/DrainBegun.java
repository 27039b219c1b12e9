package dev.aiupscale.worker.drain;

/** Says that the worker takes no more jobs from now on. */
public record DrainBegun() {}
