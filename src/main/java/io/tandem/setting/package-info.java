/** What an operator has set, and what they are told if it cannot be. */
@NullMarked
package io.tandem.setting;

import org.jspecify.annotations.NullMarked;
