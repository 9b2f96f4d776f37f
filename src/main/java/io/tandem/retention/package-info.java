/** What is older than its owners want it to be goes at night, in small pieces. Figures stay, as sums without persons. */
@NullMarked
package io.tandem.retention;

import org.jspecify.annotations.NullMarked;
