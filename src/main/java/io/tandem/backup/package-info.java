/** Copies of the embedded database, made while Tandem runs. */
@NullMarked
package io.tandem.backup;

import org.jspecify.annotations.NullMarked;
