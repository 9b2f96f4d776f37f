/**
 * Every state that a process can reach. Tokens move as BPMN says, or as the engine moves them: from one wait to the next,
 * with what is known of the variables. Nothing is drawn by lot and nothing is left out; where a model is too large, that is
 * said.
 */
@NullMarked
@NamedInterface("net")
package io.tandem.model.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
