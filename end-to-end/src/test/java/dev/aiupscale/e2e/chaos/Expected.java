package dev.aiupscale.e2e.chaos;

/** A picture, the id of its job, and the hash of the result that was made in peace. */
record Expected(Picture picture, String id, String sha256) {}
