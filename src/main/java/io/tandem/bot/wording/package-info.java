/** A language model puts answers into words, if the operator has one; what it says is checked against the articles. */
@NullMarked
package io.tandem.bot.wording;

import org.jspecify.annotations.NullMarked;
