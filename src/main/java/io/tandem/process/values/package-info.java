/** Compares what diagrams and tables say of variables with what the program reads in them. */
@NullMarked
package io.tandem.process.values;

import org.jspecify.annotations.NullMarked;
