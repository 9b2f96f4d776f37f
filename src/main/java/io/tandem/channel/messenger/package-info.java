/** What the channels to messengers share: their light markup, files both ways, what was sent as which part. */
@NullMarked
package io.tandem.channel.messenger;

import org.jspecify.annotations.NullMarked;
