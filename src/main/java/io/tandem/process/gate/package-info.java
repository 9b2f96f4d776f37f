/**
 * The one gate: whatever process owners save, deploy or bring back is judged as a whole, goes live as a whole, and is
 * remembered. Nothing outside {@code io.tandem.process} needs to see it.
 */
@NullMarked
package io.tandem.process.gate;

import org.jspecify.annotations.NullMarked;
