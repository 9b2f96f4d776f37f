/** Customers who write by WhatsApp, to a business number at Meta's Cloud API. */
@NullMarked
package io.tandem.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
