package io.tandem.channel.messenger;

/**
 * A file that a customer has sent and that still lies at the provider's.
 *
 * @param id by which the provider gives it out
 * @param name as it is to be called
 * @param size in bytes, 0 if it is not known
 */
public record Offered(String id, String name, long size) {}
