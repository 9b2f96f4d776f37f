/** Calls to programs elsewhere: language models, messengers. */
@NullMarked
package io.tandem.http;

import org.jspecify.annotations.NullMarked;
