/** What all HTTP endpoints share: clear errors (RFC 9457) and which texts are fit to be stored. */
@NullMarked
package io.tandem.api;

import org.jspecify.annotations.NullMarked;
