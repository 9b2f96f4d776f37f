/** E-mail: any number of mailboxes, read by IMAP and written from by SMTP. */
@NullMarked
package io.tandem.channel.mail;

import org.jspecify.annotations.NullMarked;
