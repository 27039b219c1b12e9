package dev.aiupscale.cli.server;

/** A job, and the tag by which the server knows whether it has changed since. */
public record SeenJob(RemoteJob job, String tag) {}
