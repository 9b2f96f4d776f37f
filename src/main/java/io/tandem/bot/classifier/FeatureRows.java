package io.tandem.bot.classifier;

import java.io.IOException;

/**
 * What was learnt of each feature: a row of numbers. Each number is kept in a byte, as a share of the largest of its row.
 * Its error, half a percent of that one, has no direction, so errors cancel out over the features of a text.
 */
final class FeatureRows {

    private final int width;
    private final float[] scales;
    private final byte[] shares;

    /** @param numbers row after row, each of {@code width} numbers */
    FeatureRows(float[] numbers, int width) {
        this.width = width;
        scales = new float[numbers.length / width];
        shares = new byte[numbers.length];
        for (int row = 0; row < scales.length; row++) shorten(row, numbers);
    }

    FeatureRows(NumberReader from) throws IOException {
        width = from.number();
        scales = from.numbers();
        shares = from.bytes();
    }

    void write(NumberWriter to) throws IOException {
        to.number(width);
        to.numbers(scales);
        to.bytes(shares);
    }

    private void shorten(int row, float[] numbers) {
        var start = row * width;
        var largest = 0f;
        for (int i = start; i < start + width; i++) largest = Math.max(largest, Math.abs(numbers[i]));
        if (largest == 0) return;
        scales[row] = largest / Byte.MAX_VALUE;
        for (int i = start; i < start + width; i++) shares[i] = (byte) Math.round(numbers[i] / scales[row]);
    }

    /** The sum of the rows of a text's features, each times its value in the text. */
    float[] sum(SparseVector text) {
        var sum = new float[width];
        for (int k = 0; k < text.size(); k++) add(sum, text.indices()[k], text.values()[k]);
        return sum;
    }

    private void add(float[] sum, int row, float value) {
        var start = row * width;
        var factor = value * scales[row];
        for (int i = 0; i < width; i++) sum[i] += factor * shares[start + i];
    }
}
