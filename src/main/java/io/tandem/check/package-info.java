/** The one gate for everything that process owners save: what is wrong with it, where, and what to do about it. */
@NullMarked
package io.tandem.check;

import org.jspecify.annotations.NullMarked;
