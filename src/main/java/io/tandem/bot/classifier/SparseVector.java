package io.tandem.bot.classifier;

/** A vector with few entries: the numbers of its features in ascending order, and their values. */
record SparseVector(int[] indices, float[] values) {

    int size() {
        return indices.length;
    }
}
