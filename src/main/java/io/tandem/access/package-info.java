/**
 * The one log-in: who may reach which address, and what an answer may do in a browser. Everything is denied that is not
 * granted here.
 */
@NullMarked
package io.tandem.access;

import org.jspecify.annotations.NullMarked;
