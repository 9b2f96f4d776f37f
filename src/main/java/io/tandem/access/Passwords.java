package io.tandem.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up passwords that can be copied by hand: no letter looks like another, 24 of them, 118 bits. */
final class Passwords {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String make() {
        return Stream.generate(Passwords::group).limit(4).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(6, 0, LETTERS.length())
                .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                .collect(Collectors.joining());
    }
}
