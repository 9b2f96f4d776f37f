/** The bot and what it knows. */
@NullMarked
package io.tandem.bot;

import org.jspecify.annotations.NullMarked;
