/**
 * What a diagram says, as data: its nodes and flows, every state that it can reach, and what our steps do in it. It knows
 * neither the engine nor Spring, so that a model can be judged anywhere.
 */
@NullMarked
package io.tandem.model;

import org.jspecify.annotations.NullMarked;
