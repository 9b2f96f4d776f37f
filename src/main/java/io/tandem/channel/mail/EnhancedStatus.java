package io.tandem.channel.mail;

import java.util.regex.Pattern;

/** What mail servers say of a mail in three numbers (RFC 3463). */
final class EnhancedStatus {

    /** The address; but {@code 5.1.7} and {@code 5.1.8} mean the sender's, which is ours. */
    private static final Pattern NOBODY_THERE = Pattern.compile("5\\.1\\.(?![78]$)\\d{1,3}");

    private EnhancedStatus() {}

    /** Whether it says for good that there is no such address. */
    static boolean nobodyThere(String status) {
        return NOBODY_THERE.matcher(status).matches();
    }
}
