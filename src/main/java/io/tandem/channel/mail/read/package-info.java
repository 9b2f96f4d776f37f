/** An e-mail as it came, taken apart: who says what to whom, what is new in it, and which program wrote it. */
@NullMarked
package io.tandem.channel.mail.read;

import org.jspecify.annotations.NullMarked;
