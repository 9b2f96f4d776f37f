/** What an agent is offered: articles, replies that have satisfied others, a draft; and what that has been worth. */
@NullMarked
package io.tandem.desk.offer;

import org.jspecify.annotations.NullMarked;
