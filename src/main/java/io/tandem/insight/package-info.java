/**
 * Figures about the service, by the fourth promise: agents see everything that is recorded about their own work; leads and
 * owners see groups of at least five, never a person, and every look is written down where the agents can read it.
 */
@NullMarked
package io.tandem.insight;

import org.jspecify.annotations.NullMarked;
