package io.tandem.bot.classifier;

import java.util.Comparator;
import java.util.List;

/** How often confidences turned out right in the trials. */
final class Reliability {

    /** @param weight how many trials this one stands for */
    record Point(double confidence, boolean right, double weight) {}

    private static final double NEVER = 1.01;

    private final List<Point> surestFirst;

    Reliability(List<Point> points) {
        surestFirst = points.stream()
                .sorted(Comparator.comparingDouble(Point::confidence).reversed())
                .toList();
    }

    /**
     * The lowest confidence from which on answers are right that often; more than 1 if there is none. Without trials, none below the
     * precision itself.
     */
    double threshold(double precision) {
        if (surestFirst.isEmpty()) return precision;
        var lowest = NEVER;
        var right = 0.0;
        // one wrong answer more than was seen: a few lucky trials prove nothing
        var all = 1.0;
        for (var point : surestFirst) {
            all += point.weight();
            if (point.right()) right += point.weight();
            if (right / all >= precision) lowest = point.confidence();
        }
        return lowest;
    }
}
