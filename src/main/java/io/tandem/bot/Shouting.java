package io.tandem.bot;

/** Several words in capitals with an exclamation mark. One word is a name or a product, and no mark is a stuck key. */
final class Shouting {

    private static final int FEWEST_LETTERS = 12;
    private static final double CAPITALS = 0.8;

    private Shouting() {}

    static boolean isIn(String text) {
        var letters = text.codePoints().filter(Character::isLetter).count();
        var capitals = text.codePoints().filter(Character::isUpperCase).count();
        return letters >= FEWEST_LETTERS && capitals >= CAPITALS * letters && text.contains("!");
    }
}
