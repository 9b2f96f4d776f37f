package io.tandem.content;

/**
 * Another version of the files is live, all of it: whoever reads from {@link ProcessFolder} reads again.
 *
 * @param version its number
 */
public record WentLive(int version) {}
