/**
 * Takes open tickets to the version of the processes that is live. Nothing moves unless an owner says so: a ticket
 * finishes on the version that it began with.
 */
@NullMarked
package io.tandem.process.migration;

import org.jspecify.annotations.NullMarked;
