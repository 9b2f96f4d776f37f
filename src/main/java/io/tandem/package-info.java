/** Tandem: customer service where a bot and people work together. */
@NullMarked
package io.tandem;

import org.jspecify.annotations.NullMarked;
