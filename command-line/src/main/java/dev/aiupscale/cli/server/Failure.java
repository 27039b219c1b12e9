package dev.aiupscale.cli.server;

/**
 * Why there is no result.
 *
 * @param code the server's, or one of this program's own
 * @param detail a sentence for a person
 */
public record Failure(String code, String detail) {}
