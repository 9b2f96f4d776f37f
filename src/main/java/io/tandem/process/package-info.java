/** The one door to the engine: the ticket's process, its typed variables, the deployment of the models. */
@NullMarked
package io.tandem.process;

import org.jspecify.annotations.NullMarked;
