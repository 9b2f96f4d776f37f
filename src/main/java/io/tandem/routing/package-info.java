/** Which ticket an agent is given next, and who is asked first for a customer who returns. Nobody is pushed. */
@NullMarked
package io.tandem.routing;

import org.jspecify.annotations.NullMarked;
