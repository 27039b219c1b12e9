package dev.aiupscale.api.access;

/**
 * Who sends a request.
 *
 * @param client a name for them that tells neither address nor key; empty outside of a request
 * @param uploadsPerMinute that they may send for long
 * @param share the part of the queue that they can fill, 0 to 1
 */
public record Caller(String client, Tenant tenant, double uploadsPerMinute, double share) {}
