/** What has to be right about the files before anybody looks at what they say, and about words and forms. */
@NullMarked
package io.tandem.check.file;

import org.jspecify.annotations.NullMarked;
