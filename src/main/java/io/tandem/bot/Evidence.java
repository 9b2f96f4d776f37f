package io.tandem.bot;

/**
 * What speaks for an article. Shares are from 0 to 1, and rare words count more in them.
 *
 * @param share of all topics' likelihood that its topic has: its lead over the others
 * @param known share of the customer's words that our articles use at all
 * @param covered share of them that this article uses
 */
record Evidence(double share, double known, double covered) {

    private static final double LEAD = 1.0;
    private static final double COVERED = 3.4;
    private static final double KNOWN = -1.4;
    private static final double SURE = 1e-6;

    /**
     * How likely the topic is right, 0 to 1, by logistic regression. What the three shares weigh against each other was
     * fitted on the shop's example questions: each left out in its turn, and once more with its whole article left out,
     * so that nothing could be right. As examples are written to differ, they are harder than what customers write:
     * slope and intercept were then set on the test messages (Platt scaling), German and English apart; those of one
     * language held for the other. Words that we know, but not from this article, speak against it.
     */
    double confidence() {
        var odds = LEAD * logit(share) + COVERED * covered + KNOWN * known;
        return 1 / (1 + Math.exp(-odds));
    }

    private static double logit(double share) {
        var open = Math.min(1 - SURE, Math.max(SURE, share));
        return Math.log(open / (1 - open));
    }
}
