/**
 * What is other in one state of the folder than in another one, in the words of those who drew and wrote it. It compares
 * files and knows no engine and no database.
 */
@NullMarked
package io.tandem.difference;

import org.jspecify.annotations.NullMarked;
