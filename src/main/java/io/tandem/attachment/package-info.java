/** Files that customers and agents attach: taken in, looked at, kept, shown. Knows messages, but no channel and no desk. */
@NullMarked
package io.tandem.attachment;

import org.jspecify.annotations.NullMarked;
