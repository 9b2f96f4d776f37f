package io.tandem.bot.classifier;

import java.util.List;

/** Takes signs as they are, and also squared: too much of one may be as bad as too little. The first stays out, it is a constant. */
final class Signs {

    /** Rare signs must not decide alone by their square. */
    private static final double FARTHEST = 3;

    private static final double SMALL = 1e-6;

    private final double[] means;
    private final double[] spreads;

    Signs(List<double[]> usual) {
        var size = usual.get(0).length;
        means = new double[size];
        spreads = new double[size];
        for (var signs : usual) for (int i = 0; i < size; i++) means[i] += signs[i] / usual.size();
        for (var signs : usual) {
            for (int i = 0; i < size; i++) spreads[i] += Math.pow(signs[i] - means[i], 2) / usual.size();
        }
        for (int i = 0; i < size; i++) spreads[i] = Math.sqrt(spreads[i]) + SMALL;
    }

    double[] withSquares(double[] signs) {
        var all = new double[2 * signs.length - 1];
        System.arraycopy(signs, 0, all, 0, signs.length);
        for (int i = 1; i < signs.length; i++) {
            var far = Math.min(FARTHEST, Math.abs(signs[i] - means[i]) / spreads[i]);
            all[signs.length + i - 1] = far * far;
        }
        return all;
    }
}
