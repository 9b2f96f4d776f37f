/** Text blocks that agents write and share. */
@NullMarked
package io.tandem.desk.block;

import org.jspecify.annotations.NullMarked;
