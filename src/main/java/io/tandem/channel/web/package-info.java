/** The web chat: the customers' API. */
@NullMarked
package io.tandem.channel.web;

import org.jspecify.annotations.NullMarked;
