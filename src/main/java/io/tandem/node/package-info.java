/** That Tandem may run on several nodes with one database: what they tell one another, and who does what alone. */
@NullMarked
package io.tandem.node;

import org.jspecify.annotations.NullMarked;
