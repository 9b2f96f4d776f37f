/** How messages come in and go out, whatever the way. */
@NullMarked
package io.tandem.channel;

import org.jspecify.annotations.NullMarked;
