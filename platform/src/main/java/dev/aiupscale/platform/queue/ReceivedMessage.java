package dev.aiupscale.platform.queue;

/**
 * A message in the hands of one receiver.
 *
 * @param receipt what the queue wants to hear to change or delete this delivery
 * @param receiveCount how often the message was delivered, this time included
 */
public record ReceivedMessage(String body, String receipt, int receiveCount) {}
