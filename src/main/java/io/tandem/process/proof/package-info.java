/** Proves of the models in the folder what customers are promised, before they go live. */
@NullMarked
package io.tandem.process.proof;

import org.jspecify.annotations.NullMarked;
