/** Learns from examples what a text is about, and how sure one may be of it. Plain Java: no Spring, no network. */
@NullMarked
package io.tandem.bot.classifier;

import org.jspecify.annotations.NullMarked;
