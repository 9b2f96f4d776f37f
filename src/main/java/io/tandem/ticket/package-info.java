/** The record: tickets, what was said on them, who wrote it and how it was rated. Knows neither the engine nor any other package. */
@NullMarked
package io.tandem.ticket;

import org.jspecify.annotations.NullMarked;
