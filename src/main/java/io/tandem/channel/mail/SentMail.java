package io.tandem.channel.mail;

import java.util.UUID;

/**
 * A mail of ours.
 *
 * @param message that it carries
 * @param messageId its Message-ID, the same however often it is sent
 */
record SentMail(UUID message, UUID ticket, String mailbox, String address, String messageId) {}
