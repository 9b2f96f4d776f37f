/** The sessions of people who have signed in, in the database: for all nodes, and over a restart. */
@NullMarked
package io.tandem.session;

import org.jspecify.annotations.NullMarked;
