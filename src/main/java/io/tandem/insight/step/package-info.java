/**
 * How long tickets are at each step of the processes and how they go on from there, for whoever draws them. What the
 * steps of people tell is told by the fourth promise, see docs/processes-page.md.
 */
@NullMarked
package io.tandem.insight.step;

import org.jspecify.annotations.NullMarked;
