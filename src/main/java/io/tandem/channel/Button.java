package io.tandem.channel;

/**
 * Something that the customer can press.
 *
 * @param press what {@link Presses} is told then; at most 64 bytes
 * @param label the words on it
 * @param link a page that does the same, but only on a press there: scanners follow links
 */
public record Button(String press, String label, String link) {}
