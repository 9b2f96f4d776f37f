/** Addresses of several channels belong to one customer by proof only: a code that is sent to one and written from the other. */
@NullMarked
package io.tandem.channel.identity;

import org.jspecify.annotations.NullMarked;
