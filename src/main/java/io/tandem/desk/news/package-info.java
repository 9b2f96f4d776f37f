/** What agents are told of while they do something else. It is about tickets; nothing counts who was told or looked. */
@NullMarked
package io.tandem.desk.news;

import org.jspecify.annotations.NullMarked;
