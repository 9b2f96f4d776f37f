/** When people are there, and what a customer who waits for one can honestly be told. */
@NullMarked
package io.tandem.hours;

import org.jspecify.annotations.NullMarked;
