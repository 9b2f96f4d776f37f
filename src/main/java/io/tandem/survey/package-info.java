/** How the customer liked it. */
@NullMarked
package io.tandem.survey;

import org.jspecify.annotations.NullMarked;
