package io.tandem.desk.offer;

/**
 * How often an offer was used of the times that it was shown. Its usefulness is the mean of a Beta distribution that has
 * seen ten showings and two uses before the first real one, so that chance decides little at the beginning. It makes an
 * offer up to a third better, or half as good at worst: what an agent sees is decided by the matter first.
 */
record Worth(int offered, int used) {

    static final Worth UNKNOWN = new Worth(0, 0);
    static final int MOST_REMEMBERED = 200;

    private static final double USED_BEFORE = 2;
    private static final double OFFERED_BEFORE = 10;
    private static final double USUAL = USED_BEFORE / OFFERED_BEFORE;

    /** @param score how well it fits the matter, 0 to 1 */
    double weigh(double score) {
        return score * factor();
    }

    /** 1 for what is used as often as usual, from 0.5 (never) to 1.33 (always). */
    private double factor() {
        return 0.5 + usefulness() / (usefulness() + USUAL);
    }

    private double usefulness() {
        return (used + USED_BEFORE) / (offered + OFFERED_BEFORE);
    }
}
