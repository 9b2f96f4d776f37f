package io.tandem.bot;

import java.util.Locale;

/**
 * Something in a customer's words that can be copied instead of being asked for again.
 *
 * @param value as it may be shown: accounts and cards are recognized, not shown around
 * @param start where it begins in the text
 * @param end where it has ended in the text
 */
public record Fact(Kind kind, String value, int start, int end) {

    private static final int SHOWN = 4;

    /** In the order in which agents read them. */
    public enum Kind {
        ORDER,
        INVOICE,
        CUSTOMER_NUMBER,
        TRACKING,
        AMOUNT,
        DATE,
        IBAN,
        CARD,
        NAME,
        EMAIL,
        PHONE,
        ADDRESS,
        NUMBER;

        /** As briefs and texts name it, e.g. {@code customer_number}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As articles name it among what they need, e.g. {@code order-number}. */
        public String asNeed() {
            return switch (this) {
                case ORDER, INVOICE, TRACKING -> key() + "-number";
                default -> key().replace('_', '-');
            };
        }

        /** Whether it leads to a person or their affairs: what they paid and when does not. */
        public boolean personal() {
            return this != AMOUNT && this != DATE;
        }
    }

    static Fact in(String text, Kind kind, int start, int end) {
        var words = text.substring(start, end).strip();
        return new Fact(kind, kind == Kind.IBAN || kind == Kind.CARD ? masked(words) : words, start, end);
    }

    private static String masked(String number) {
        var plain = number.replaceAll("[^\\p{L}\\p{N}]", "");
        var last = plain.substring(plain.length() - SHOWN);
        return Character.isLetter(plain.charAt(0))
                ? plain.substring(0, SHOWN).toUpperCase(Locale.ROOT) + " … " + last
                : "… " + last;
    }
}
