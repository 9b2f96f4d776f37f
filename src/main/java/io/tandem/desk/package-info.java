/** What an agent works with. */
@NullMarked
package io.tandem.desk;

import org.jspecify.annotations.NullMarked;
