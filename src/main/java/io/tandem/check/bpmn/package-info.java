/** What has to be right about a diagram. */
@NullMarked
package io.tandem.check.bpmn;

import org.jspecify.annotations.NullMarked;
