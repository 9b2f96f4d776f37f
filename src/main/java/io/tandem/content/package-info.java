/** What process owners write in {@code processes/}: files, texts and Markdown, live within seconds of a save. */
@NullMarked
package io.tandem.content;

import org.jspecify.annotations.NullMarked;
