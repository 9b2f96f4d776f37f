package io.tandem.bot.classifier;

import java.io.IOException;

/**
 * A text that was judged.
 *
 * @param opinions of every part, on every topic
 * @param likelihoods of every topic, by which a text that fits none of them is recognized
 * @param known share of the text that the examples know
 * @param topic the right one; {@link #NONE} if it is not known, or had been withheld so that none was right
 */
record Trial(float[][] opinions, float[] likelihoods, double known, int topic) {

    static final int NONE = -1;

    static Trial read(NumberReader from) throws IOException {
        return new Trial(from.rows(), from.numbers(), from.fraction(), from.number());
    }

    void write(NumberWriter to) throws IOException {
        to.rows(opinions);
        to.numbers(likelihoods);
        to.number(known);
        to.number(topic);
    }

    boolean isInScope() {
        return topic != NONE;
    }
}
