/** The page behind the links under messages, for channels without buttons: it acts on a press and on nothing else. */
@NullMarked
package io.tandem.channel.press;

import org.jspecify.annotations.NullMarked;
