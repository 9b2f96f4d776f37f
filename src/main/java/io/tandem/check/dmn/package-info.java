/** What has to be right about a decision table. */
@NullMarked
package io.tandem.check.dmn;

import org.jspecify.annotations.NullMarked;
