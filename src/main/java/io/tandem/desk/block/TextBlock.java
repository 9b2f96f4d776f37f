package io.tandem.desk.block;

import java.util.Locale;
import java.util.UUID;

/**
 * Words that several agents need often.
 *
 * @param version counts the changes: who changes it names the one that they have read
 * @param shortcut by which it is found, unique in its language
 * @param text with placeholders: {@code {customer}} (or {@code {name}}), {@code {number}}, {@code {agent}}
 */
record TextBlock(UUID id, int version, Content content) {

    record Content(String title, String shortcut, String language, String text) {

        String handle() {
            return language + "/" + shortcut.toLowerCase(Locale.ROOT);
        }
    }
}
