package io.tandem.insight;

import java.util.List;

/** How many of some sums are independent of the others. */
final class Rank {

    private static final double ZERO = 1e-9;

    private Rank() {}

    /** @param columns for each person (or people alike), which sums they are in */
    static int of(List<boolean[]> columns) {
        var rows = columns.stream().map(Rank::numbers).toArray(double[][]::new);
        int rank = 0;
        for (int column = 0; rows.length > 0 && column < rows[0].length; column++) {
            int best = largest(rows, rank, column);
            if (best < 0) continue;
            var pivot = rows[best];
            rows[best] = rows[rank];
            rows[rank] = pivot;
            for (int row = rank + 1; row < rows.length; row++) subtract(rows[row], pivot, column);
            rank++;
        }
        return rank;
    }

    private static double[] numbers(boolean[] parts) {
        var numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) numbers[i] = parts[i] ? 1 : 0;
        return numbers;
    }

    private static int largest(double[][] rows, int from, int column) {
        int best = -1;
        for (int row = from; row < rows.length; row++) {
            var size = Math.abs(rows[row][column]);
            if (size > ZERO && (best < 0 || size > Math.abs(rows[best][column]))) best = row;
        }
        return best;
    }

    private static void subtract(double[] row, double[] pivot, int column) {
        var times = row[column] / pivot[column];
        for (int i = column; i < row.length; i++) row[i] -= times * pivot[i];
    }
}
