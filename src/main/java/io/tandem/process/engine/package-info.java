/**
 * What keeps the engine safe and binds it to the log-in: guards over expressions, models and queries, the engine's
 * users and groups, and what each role may reach. Nothing outside {@code io.tandem.process} needs to see it.
 */
@NullMarked
package io.tandem.process.engine;

import org.jspecify.annotations.NullMarked;
