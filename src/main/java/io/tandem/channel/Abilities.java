package io.tandem.channel;

import org.springframework.util.unit.DataSize;

/**
 * What can travel a way.
 *
 * @param markup how it marks up words
 * @param textLength how many characters a message may have there; 0 for any number
 * @param buttons how many buttons a message may have; with none, they become links
 * @param buttonLength how many characters the words on a button may have; 0 for any number
 * @param fileSize how large a file may be; none may travel if it is 0
 */
public record Abilities(Markup markup, int textLength, int buttons, int buttonLength, DataSize fileSize) {

    /** As pages have them that show what is stored. */
    public static final Abilities ALL = new Abilities(Markup.PLAIN, 0, Integer.MAX_VALUE, 0, DataSize.ofGigabytes(1));

    boolean fits(String rendered) {
        return textLength == 0 || rendered.length() <= textLength;
    }
}
