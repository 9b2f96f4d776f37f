package io.tandem.attachment;

import java.util.UUID;

/**
 * A file, without its bytes.
 *
 * @param name safe to be shown and to be saved under
 * @param type what it is by its content, e.g. {@code image/png}
 * @param size in bytes
 * @param preview whether there is a small picture of it
 */
public record Attachment(UUID id, String name, String type, long size, boolean preview) {}
