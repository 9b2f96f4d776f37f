/** A BPMN file as nodes and flows, as far as its behaviour goes; what is not understood is refused, never guessed. */
@NullMarked
@NamedInterface("diagram")
package io.tandem.model.diagram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
