/** The page on which process owners see their processes: what is live, what is refused and why, where the tickets are. */
@NullMarked
package io.tandem.owner;

import org.jspecify.annotations.NullMarked;
