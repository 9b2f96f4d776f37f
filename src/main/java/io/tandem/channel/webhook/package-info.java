/** Any system: it posts what its customers say and is posted what we say, both signed by the Standard Webhooks scheme. */
@NullMarked
package io.tandem.channel.webhook;

import org.jspecify.annotations.NullMarked;
