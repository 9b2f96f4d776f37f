/** What open pages hear of by server-sent events. */
@NullMarked
package io.tandem.live;

import org.jspecify.annotations.NullMarked;
