/** Customers who write by Telegram, to a bot of ours. */
@NullMarked
package io.tandem.channel.telegram;

import org.jspecify.annotations.NullMarked;
